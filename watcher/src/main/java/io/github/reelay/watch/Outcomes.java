package io.github.reelay.watch;

import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;

/** How the waits for the tasks of one provider end, in words for those who wait. */
final class Outcomes {
  private final String provider;
  private final Duration interval;
  private final Timeline time;

  Outcomes(String provider, PollingRules rules, Timeline time) {
    this.provider = provider;
    this.interval = rules.polling().interval();
    this.time = time;
  }

  TaskHandle handle(Watched task) {
    return new TaskHandle(provider, task.id);
  }

  /** What a decision not to ask again means. */
  Outcome of(Watched task, Decision decision) {
    if (decision instanceof Decision.Finish finish) {
      return new Outcome.Finished(finish.task());
    }
    if (decision instanceof Decision.Refuse refuse) {
      return new Outcome.Refused(handle(task), refuse.failure());
    }
    if (decision instanceof Decision.Disconnect disconnect) {
      return new Outcome.Unreachable(handle(task), disconnect.failure());
    }
    return stillRunning(task, ((Decision.GiveUp) decision).delay());
  }

  /** The wait ends before its next query, or while one is under way. */
  Outcome.StillRunning stillRunning(Watched task) {
    long rest = Math.max(0, task.dueAt - time.now());
    boolean waiting = task.phase == Watched.Phase.WAITING;
    return stillRunning(task, waiting ? Duration.ofNanos(rest) : interval);
  }

  private Outcome.StillRunning stillRunning(Watched task, Duration delay) {
    return new Outcome.StillRunning(handle(task), task.lastSeen(), time.in(delay));
  }
}
