package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.OpenTasks;
import io.github.reelay.internal.poll.ProviderHealth;
import io.github.reelay.internal.poll.TaskTelemetry;
import io.github.reelay.internal.poll.WatchedTask;
import io.github.reelay.internal.poll.WatchedTask.Flag;
import io.github.reelay.policy.PollContext;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener.WaitResult;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a response: the task is queried again, its wait is suspended, or it ends.
 * Guarded by its {@link ProviderPoller}.
 */
final class ResultHandler {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  private final PollingPolicy policy;
  private final PollerContext shared;
  private final OpenTasks tasks;
  private final Waiters waiters;
  private final OutcomeFactory outcomes;
  private final TaskTelemetry telemetry;
  private final ProviderHealth health;
  private final double jitter;

  /**
   * What is waited for at one provider.
   *
   * @param tasks its tasks, and when each is queried
   * @param waiters who waits for them
   * @param outcomes how waits end
   * @param telemetry takes what is measured
   */
  record Waiting(
      OpenTasks tasks, Waiters waiters, OutcomeFactory outcomes, TaskTelemetry telemetry) {}

  ResultHandler(PollingRules rules, PollingPolicy policy, PollerContext shared, Waiting waiting) {
    this.policy = policy;
    this.shared = shared;
    this.tasks = waiting.tasks();
    this.waiters = waiting.waiters();
    this.outcomes = waiting.outcomes();
    this.telemetry = waiting.telemetry();
    this.health = new ProviderHealth(outcomes.provider(), rules);
    this.jitter = rules.retryLimits().jitter();
  }

  /**
   * Takes a response for a task that is watched. Whatever fails meanwhile, the wait goes on or
   * ends.
   *
   * @return how its wait has ended; null if it goes on
   */
  @Nullable Outcome handle(WatchedTask task, QueryResult result) {
    long now = shared.time().now();
    try {
      record(task, result, now);
      return decide(task, result, now).accept(new AfterResponse(task, result, now));
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected to decide about " + outcomes.handle(task), thrown);
      return outcomes.broken(task, thrown);
    }
  }

  private void record(WatchedTask task, QueryResult result, long now) {
    task.forgetDenials(health.trustedSince());
    boolean keeps = shared.keepLastSeen() || waiters.isAwaited(task);
    boolean differs = task.record(result, task.age(now), keeps);
    Failure failure = failure(result);
    if (failure == null) {
      health.showed(now);
      telemetry.showed(task, result.taskOrThrow().status());
      tasks.showed(task, now);
      reportResumption(task);
    } else if (failure.deniesTask()) {
      health.denied(task, now);
    }
    if (differs) {
      shared.dispatcher().happened(new TaskEvent.Changed(outcomes.handle(task), result));
    }
  }

  /** Why a response does not show the task; null if it does. */
  private static @Nullable Failure failure(QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> null;
      case FAILED -> ((QueryResult.Failed) result).failure();
    };
  }

  private void reportResumption(WatchedTask task) {
    if (task.is(Flag.SUSPENSION_REPORTED)) {
      task.set(Flag.SUSPENSION_REPORTED, false);
      shared.dispatcher().happened(new TaskEvent.Resumed(outcomes.handle(task)));
    }
  }

  private PollDecision decide(WatchedTask task, QueryResult result, long now) {
    return policy.decide(
        new PollContext(
            result,
            task.history(),
            Duration.ofNanos(task.elapsed(now)),
            Duration.ofNanos(task.age(now)),
            task.is(Flag.SUBMISSION_KNOWN),
            health.history()));
  }

  /** Follows the decision after one response. Returns how the wait ends; null if it goes on. */
  private final class AfterResponse implements PollDecision.Visitor<@Nullable Outcome> {
    private final WatchedTask task;
    private final QueryResult last;
    private final long now;

    /** Why the response does not show the task; null if it does. */
    private final @Nullable Failure failure;

    AfterResponse(WatchedTask task, QueryResult last, long now) {
      this.task = task;
      this.last = last;
      this.now = now;
      this.failure = failure(last);
    }

    @Override
    public @Nullable Outcome pollAgain(PollDecision.PollAgain decision) {
      if (!staysSuspended()) {
        tasks.pollAgain(task, stretched(MonotonicTime.nanos(decision.delay())), now);
      }
      return null;
    }

    @Override
    public @Nullable Outcome finish(PollDecision.Finish decision) {
      return outcomes.finished(task, decision.task(), last);
    }

    @Override
    public @Nullable Outcome giveUp(PollDecision.GiveUp decision) {
      return staysSuspended() ? null : outcomes.unfinished(task, decision.delay());
    }

    @Override
    public @Nullable Outcome refuse(PollDecision.Refuse decision) {
      Outcome.Refused refused = outcomes.refused(task, decision, last);
      if (refused.failure().deniesTask()) {
        health.warn();
      }
      return suspendOrEnd(refused);
    }

    @Override
    public @Nullable Outcome disconnect(PollDecision.Disconnect decision) {
      return suspendOrEnd(outcomes.unreachable(task, decision.failure(), last));
    }

    /** The delay with its jitter, which never pushes a query beyond the end of the wait. */
    private long stretched(long delay) {
      long left = tasks.endsAt(task) - now;
      return Math.max(delay, Math.min(shared.jitter().stretch(delay, jitter), left));
    }

    /** A suspended wait goes on when a response shows the task, and not before. */
    private boolean staysSuspended() {
      boolean stays = failure != null && task.is(Flag.SUSPENDED);
      if (stays) {
        tasks.staySuspended(task, failure, now);
      }
      return stays;
    }

    /** With a store, a wait that ends for a reason that may pass is suspended instead. */
    private @Nullable Outcome suspendOrEnd(Outcome outcome) {
      if (failure == null || outcome.isFinal() || !shared.suspends()) {
        return outcome;
      }
      if (!tasks.maySuspend(task, now)) {
        warnOfEnd(task);
        return outcome;
      }
      task.set(Flag.PINNED, true); // the store is interested in it
      task.forgetStreak();
      tasks.suspend(task, failure, now);
      reportSuspension(outcome);
      shared.dispatcher().deliver(outcome, waiters.take(task));
      return null;
    }

    private void reportSuspension(Outcome outcome) {
      if (!task.is(Flag.SUSPENSION_REPORTED)) {
        task.set(Flag.SUSPENSION_REPORTED, true);
        Instant next = shared.time().in(tasks.untilQuery(task, now));
        shared.dispatcher().happened(new TaskEvent.Suspended(outcome, next));
      }
    }
  }

  /** Warns that a task is no longer queried, though its end is not known. */
  void warnOfEnd(WatchedTask task) {
    LOG.log(
        Level.WARNING,
        outcomes.handle(task)
            + ": expected to see its end, found the wait suspended too long after its"
            + " submission; it stays in the store and is not queried any more until it is added"
            + " again");
  }

  /**
   * A task is no longer watched.
   *
   * @param outcome how its wait ended by itself; null if it was ended from outside
   */
  void closed(WatchedTask task, @Nullable Outcome outcome) {
    if (shared.telemetry() != null) {
      WaitResult result = outcome == null ? WaitResult.STOPPED : result(outcome);
      telemetry.closed(task, result, shared.time().now());
    }
  }

  private static WaitResult result(Outcome outcome) {
    return switch (outcome.kind()) {
      case FINISHED -> result(outcome.finishedOrThrow().status());
      case UNFINISHED -> WaitResult.UNFINISHED;
      case REFUSED -> WaitResult.REFUSED;
      case UNREACHABLE -> WaitResult.UNREACHABLE;
    };
  }

  /** The result of a wait for a task that has ended with that status. */
  static WaitResult result(TaskStatus ended) {
    return switch (ended) {
      case SUCCEEDED -> WaitResult.SUCCEEDED;
      case FAILED -> WaitResult.FAILED;
      case CANCELLED -> WaitResult.CANCELLED;
      case EXPIRED -> WaitResult.EXPIRED;
      case QUEUED, RUNNING, UNKNOWN ->
          throw new IllegalArgumentException(
              "expected the status of a task that has ended, found " + ended.jsonName());
    };
  }
}
