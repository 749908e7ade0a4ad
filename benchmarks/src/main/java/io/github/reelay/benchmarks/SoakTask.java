package io.github.reelay.benchmarks;

import java.time.Duration;
import java.time.Instant;

/**
 * A task of the soak. Its id says when it ends, so that the server remembers nothing of it.
 *
 * @param number counts the tasks
 * @param endsAt when it is completed
 */
record SoakTask(long number, Instant endsAt) {

  /** The task that is submitted now and runs for that time. */
  static SoakTask of(long number, Duration runs) {
    return new SoakTask(number, Instant.now().plus(runs));
  }

  static SoakTask of(String id) {
    String[] parts = id.split("-");
    return new SoakTask(Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])));
  }

  String id() {
    return "soak-" + number + "-" + endsAt.toEpochMilli();
  }
}
