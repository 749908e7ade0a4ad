package io.github.reelay.benchmarks.peers;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Providers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads one response and ends: how long that takes in a JVM that has just begun. */
final class FirstTask {
  static final String BODY =
      "{\"id\":\"sora-2:task_1\",\"status\":\"pending\",\"status_update_time\":1772440000123,"
          + "\"detail\":{\"id\":\"task_1\",\"status\":\"pending\"}}";

  private FirstTask() {}

  /** Prints the milliseconds from its first line to the task. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    try (Providers providers = Providers.discover(Map.of())) {
      RecordedResponse response = RecordedResponse.ofBody(BODY.getBytes(StandardCharsets.UTF_8));
      providers.get("22codex").read("sora-2:task_1", response).taskOrThrow();
      System.out.println((System.nanoTime() - start) / 1e6);
    }
  }
}
