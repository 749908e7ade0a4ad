package io.github.reelay.watch;

import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.poll.Timeline;
import io.github.reelay.internal.poll.Watched;
import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.util.List;

/** The outcomes of the waits for the tasks of one provider. */
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
    return handle(task.id);
  }

  TaskHandle handle(String id) {
    return new TaskHandle(provider, id);
  }

  /** What a decision not to ask again means, after that result. */
  Outcome of(Watched task, Decision decision, Reading last) {
    return switch (decision.kind()) {
      case FINISH -> finished(task, ((Decision.Finish) decision).task(), last);
      case GIVE_UP -> stillRunning(task, ((Decision.GiveUp) decision).delay());
      case REFUSE -> {
        Decision.Refuse refuse = (Decision.Refuse) decision;
        yield new Outcome.Refused(noTask(task, refuse.failure(), last), refuse.taskUnknown());
      }
      case DISCONNECT ->
          new Outcome.Unreachable(noTask(task, ((Decision.Disconnect) decision).failure(), last));
      case POLL_AGAIN ->
          throw new IllegalArgumentException("expected an end of the wait, found " + decision);
    };
  }

  private Outcome.Finished finished(Watched task, VideoTask ended, Reading last) {
    if (!handle(task).equals(ended.handle())) {
      throw new IllegalStateException("expected the end of the task, found that of another");
    }
    return last instanceof Reading.TaskSeen seen && ended.equals(seen.task())
        ? new Outcome.Finished(seen)
        : new Outcome.Finished(ended);
  }

  /** The last result if it has that failure; a policy may decide by another one. */
  private Reading.NoTask noTask(Watched task, Failure failure, Reading last) {
    return last instanceof Reading.NoTask none && failure.equals(none.failure())
        ? none
        : new Reading.NoTask(provider, task.id, failure, List.of());
  }

  /** The wait ends because something of ours or of the user's failed while it was decided about. */
  Outcome.Unreachable broken(Watched task, Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return new Outcome.Unreachable(
        handle(task),
        Failure.unreachable("expected a decision about the next query, found " + name));
  }

  /** The wait ends before its next query, or while one is under way. */
  Outcome.StillRunning stillRunning(Watched task) {
    long rest = Math.max(0, task.dueAt() - time.now());
    return stillRunning(task, task.isWaiting() ? Duration.ofNanos(rest) : interval);
  }

  private Outcome.StillRunning stillRunning(Watched task, Duration delay) {
    return new Outcome.StillRunning(handle(task), task.lastSeen(), time.in(delay));
  }
}
