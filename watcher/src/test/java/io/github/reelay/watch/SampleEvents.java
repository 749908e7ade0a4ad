package io.github.reelay.watch;

import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskHandle;
import java.time.Instant;

/** Events of the tasks t-0, t-1 and so on. */
final class SampleEvents {
  private SampleEvents() {}

  static TaskEvent end(long number) {
    return new TaskEvent.Ended(new Outcome.Unfinished(task(number), null, Instant.EPOCH));
  }

  static TaskEvent suspended(long number) {
    Outcome refused = new Outcome.Refused(task(number), Failure.unreachable("on purpose"));
    return new TaskEvent.Suspended(refused, Instant.EPOCH);
  }

  static TaskEvent resumed(long number) {
    return new TaskEvent.Resumed(task(number));
  }

  private static TaskHandle task(long number) {
    return new TaskHandle("toapis", "t-" + number);
  }
}
