package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.WatchedTask;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.time.Duration;

/** The outcomes of the waits for the tasks of one provider. */
final class OutcomeFactory {
  private final String provider;
  private final Duration interval;
  private final MonotonicTime time;

  OutcomeFactory(String provider, PollingRules rules, MonotonicTime time) {
    this.provider = provider;
    this.interval = rules.polling().interval();
    this.time = time;
  }

  String provider() {
    return provider;
  }

  TaskHandle handle(WatchedTask task) {
    return handle(task.id);
  }

  TaskHandle handle(String id) {
    return new TaskHandle(provider, id);
  }

  /** The task has ended, as the last result shows it or as a policy has it. */
  Outcome.Finished finished(WatchedTask task, VideoTask ended, QueryResult last) {
    if (!handle(task).equals(ended.handle())) {
      throw new IllegalStateException(
          handle(task)
              + ": expected the decision Finish with that task, found it with "
              + (ended.handle() == null ? "a task without an id" : ended.handle()));
    }
    return last instanceof QueryResult.Found found && ended.equals(found.task())
        ? new Outcome.Finished(found)
        : new Outcome.Finished(ended);
  }

  Outcome.Refused refused(WatchedTask task, PollDecision.Refuse decision, QueryResult last) {
    return new Outcome.Refused(failed(task, decision.failure(), last), decision.taskUnknown());
  }

  Outcome.Unreachable unreachable(WatchedTask task, Failure failure, QueryResult last) {
    return new Outcome.Unreachable(failed(task, failure, last));
  }

  /** The last result if it has that failure; a policy may decide by another one. */
  private QueryResult.Failed failed(WatchedTask task, Failure failure, QueryResult last) {
    return last instanceof QueryResult.Failed failed && failure.equals(failed.failure())
        ? failed
        : new QueryResult.Failed(handle(task), failure);
  }

  /**
   * The wait ends because the policy, or this library, threw an exception about it; names its
   * class.
   */
  Outcome.Unreachable broken(WatchedTask task, Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return new Outcome.Unreachable(
        handle(task),
        Failure.unreachable("expected a decision about the next query, found " + name));
  }

  /** The wait ends before its next query, or while one is under way. */
  Outcome.Unfinished unfinished(WatchedTask task) {
    long rest = Math.max(0, task.dueAt() - time.now());
    return unfinished(task, task.isWaiting() ? Duration.ofNanos(rest) : interval);
  }

  /** The wait ends though nothing is known of the task; it may be queried now. */
  Outcome.Unfinished unseen(String id) {
    return new Outcome.Unfinished(handle(id), null, time.today());
  }

  /** The time for waiting is over; the task may be queried again after that delay. */
  Outcome.Unfinished unfinished(WatchedTask task, Duration delay) {
    return new Outcome.Unfinished(handle(task), task.lastSeen(), time.in(delay));
  }
}
