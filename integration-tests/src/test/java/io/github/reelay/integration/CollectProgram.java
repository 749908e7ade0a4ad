package io.github.reelay.integration;

import io.github.reelay.Collected;
import io.github.reelay.Reelay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that collects and nothing else: directory, store file, handles. It begins when its
 * standard input is closed, so that its virtual machine can be started ahead of time.
 */
final class CollectProgram {
  private CollectProgram() {}

  public static void main(String[] arguments) throws IOException {
    List<String> handles = List.of(arguments).subList(2, arguments.length);
    Collected collected;
    try (Reelay reelay =
        Reelay.builder()
            .rules(rules -> rules.withInterval(Duration.ofSeconds(1)))
            .allowPrivateAddresses(true)
            .build()) {
      System.in.read();
      collected = reelay.collect(handles, Path.of(arguments[0]), Path.of(arguments[1]));
    }
    System.exit(collected.isComplete() ? 0 : 1);
  }
}
