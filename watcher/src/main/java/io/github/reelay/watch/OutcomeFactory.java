package io.github.reelay.watch;

import io.github.reelay.failure.Failure;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;

/** How the waits for the tasks of one provider end, in words for those who wait. */
final class OutcomeFactory {
  private final String provider;
  private final Duration interval;
  private final MonotonicTime time;

  OutcomeFactory(String provider, PollingRules rules, MonotonicTime time) {
    this.provider = provider;
    this.interval = rules.polling().interval();
    this.time = time;
  }

  TaskHandle handle(WatchedTask task) {
    return handle(task.id);
  }

  TaskHandle handle(String id) {
    return new TaskHandle(provider, id);
  }

  /** What a decision not to ask again means. */
  Outcome of(WatchedTask task, PollDecision decision) {
    if (decision instanceof PollDecision.Finish finish) {
      if (!handle(task).equals(finish.task().handle())) {
        throw new IllegalStateException("expected the end of the task, found that of another");
      }
      return new Outcome.Finished(finish.task());
    }
    if (decision instanceof PollDecision.Refuse refuse) {
      return new Outcome.Refused(handle(task), refuse.failure(), refuse.taskUnknown());
    }
    if (decision instanceof PollDecision.Disconnect disconnect) {
      return new Outcome.Unreachable(handle(task), disconnect.failure());
    }
    return unfinished(task, ((PollDecision.GiveUp) decision).delay());
  }

  /** The wait ends because something of ours or of the user's failed while it was decided about. */
  Outcome.Unreachable broken(WatchedTask task, Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return new Outcome.Unreachable(
        handle(task),
        Failure.unreachable("expected a decision about the next query, found " + name));
  }

  /** The wait ends before its next query, or while one is under way. */
  Outcome.Unfinished unfinished(WatchedTask task) {
    long rest = Math.max(0, task.dueAt - time.now());
    return unfinished(task, task.isWaiting() ? Duration.ofNanos(rest) : interval);
  }

  private Outcome.Unfinished unfinished(WatchedTask task, Duration delay) {
    return new Outcome.Unfinished(handle(task), task.lastSeen(), time.in(delay));
  }
}
