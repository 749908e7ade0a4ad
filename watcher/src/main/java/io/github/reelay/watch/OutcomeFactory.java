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

  TaskHandle handle(WatchedTask task) {
    return handle(task.id);
  }

  TaskHandle handle(String id) {
    return new TaskHandle(provider, id);
  }

  /** What a decision not to query again means, after that result. */
  Outcome of(WatchedTask task, PollDecision decision, QueryResult last) {
    return decision.accept(new Ending(task, last));
  }

  private Outcome.Finished finished(WatchedTask task, VideoTask ended, QueryResult last) {
    if (!handle(task).equals(ended.handle())) {
      throw new IllegalStateException("expected the end of the task, found that of another");
    }
    return last instanceof QueryResult.Found found && ended.equals(found.task())
        ? new Outcome.Finished(found)
        : new Outcome.Finished(ended);
  }

  /** The last result if it has that failure; a policy may decide by another one. */
  private QueryResult.Failed failed(WatchedTask task, Failure failure, QueryResult last) {
    return last instanceof QueryResult.Failed failed && failure.equals(failed.failure())
        ? failed
        : new QueryResult.Failed(handle(task), failure);
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
    long rest = Math.max(0, task.dueAt() - time.now());
    return unfinished(task, task.isWaiting() ? Duration.ofNanos(rest) : interval);
  }

  private Outcome.Unfinished unfinished(WatchedTask task, Duration delay) {
    return new Outcome.Unfinished(handle(task), task.lastSeen(), time.in(delay));
  }

  /** How the wait for one task ends, after its last result. */
  private final class Ending implements PollDecision.Visitor<Outcome> {
    private final WatchedTask task;
    private final QueryResult last;

    Ending(WatchedTask task, QueryResult last) {
      this.task = task;
      this.last = last;
    }

    @Override
    public Outcome pollAgain(PollDecision.PollAgain decision) {
      throw new IllegalArgumentException("expected an end of the wait, found " + decision);
    }

    @Override
    public Outcome finish(PollDecision.Finish decision) {
      return finished(task, decision.task(), last);
    }

    @Override
    public Outcome giveUp(PollDecision.GiveUp decision) {
      return unfinished(task, decision.delay());
    }

    @Override
    public Outcome refuse(PollDecision.Refuse decision) {
      return new Outcome.Refused(failed(task, decision.failure(), last), decision.taskUnknown());
    }

    @Override
    public Outcome disconnect(PollDecision.Disconnect decision) {
      return new Outcome.Unreachable(failed(task, decision.failure(), last));
    }
  }
}
