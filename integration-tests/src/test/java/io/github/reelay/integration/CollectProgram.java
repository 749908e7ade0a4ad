package io.github.reelay.integration;

import io.github.reelay.Collected;
import io.github.reelay.Reelay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that collects and nothing else: directory, store file, handles. */
final class CollectProgram {
  private CollectProgram() {}

  public static void main(String[] arguments) {
    List<String> handles = List.of(arguments).subList(2, arguments.length);
    Collected collected;
    try (Reelay reelay =
        Reelay.builder()
            .rules(rules -> rules.withInterval(Duration.ofSeconds(1)))
            .downloads(downloads -> downloads.allowPrivateAddresses(true))
            .build()) {
      collected = reelay.collect(handles, Path.of(arguments[0]), Path.of(arguments[1]));
    }
    System.exit(collected.isComplete() ? 0 : 1);
  }
}
