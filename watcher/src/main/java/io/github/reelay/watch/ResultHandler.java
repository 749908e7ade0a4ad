package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.PollQueue;
import io.github.reelay.internal.poll.ProviderHealth;
import io.github.reelay.internal.poll.Suspensions;
import io.github.reelay.internal.poll.TaskTelemetry;
import io.github.reelay.internal.poll.WatchedTask;
import io.github.reelay.internal.poll.WatchedTask.Flag;
import io.github.reelay.policy.PollContext;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.telemetry.TelemetryListener.WaitResult;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a response: the task is queried again, its wait is suspended, or it ends.
 * Guarded by its {@link ProviderPoller}.
 */
final class ResultHandler {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  private final PollingPolicy policy;
  private final PollerContext shared;
  private final PollQueue pollQueue;
  private final Suspensions suspensions;
  private final OutcomeFactory outcomes;
  private final Waiters waiters = new Waiters();
  private final ProviderHealth health;
  private final TaskTelemetry telemetry;
  private final double jitter;
  private final long timeout;
  private final long suspendedUntil;

  ResultHandler(Provider provider, PollingRules rules, PollingPolicy policy, PollerContext shared) {
    this.policy = policy;
    this.shared = shared;
    this.outcomes = new OutcomeFactory(provider.name(), rules, shared.time());
    this.health = new ProviderHealth(provider.name(), rules);
    this.telemetry = new TaskTelemetry(provider.name(), shared.telemetry());
    this.suspensions = new Suspensions(rules.retryLimits());
    this.jitter = rules.retryLimits().jitter();
    this.timeout = MonotonicTime.nanos(rules.polling().timeout());
    this.suspendedUntil = MonotonicTime.nanos(rules.retryLimits().suspensionTimeout());
    this.pollQueue = new PollQueue(this::endsAt);
  }

  PollQueue pollQueue() {
    return pollQueue;
  }

  Suspensions suspensions() {
    return suspensions;
  }

  Waiters waiters() {
    return waiters;
  }

  OutcomeFactory outcomes() {
    return outcomes;
  }

  TaskTelemetry telemetry() {
    return telemetry;
  }

  /**
   * A task is no longer watched.
   *
   * @param outcome how its wait ended by itself; null if it was ended from outside
   */
  void closed(WatchedTask task, @Nullable Outcome outcome) {
    if (shared.telemetry() != null) {
      telemetry.closed(
          task, outcome == null ? WaitResult.STOPPED : result(outcome), shared.time().now());
    }
  }

  private static WaitResult result(Outcome outcome) {
    return switch (outcome.kind()) {
      case FINISHED -> WaitResult.valueOf(outcome.finishedOrThrow().status().name());
      case UNFINISHED -> WaitResult.UNFINISHED;
      case REFUSED -> WaitResult.REFUSED;
      case UNREACHABLE -> WaitResult.UNREACHABLE;
    };
  }

  /** When a task is not waited for any more. */
  long endsAt(WatchedTask task) {
    return task.is(Flag.PARKED) ? task.startedAt + suspendedUntil : task.endsAfter(timeout);
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
      return follow(task, result, decide(task, result, now), now);
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected to decide about " + outcomes.handle(task), thrown);
      return outcomes.broken(task, thrown);
    }
  }

  private void record(WatchedTask task, QueryResult result, long now) {
    task.forgetDenials(health.trustedSince());
    boolean keeps = shared.keepLastSeen() || waiters.isAwaited(task);
    boolean differs = task.record(result, task.age(now), keeps);
    if (result instanceof QueryResult.Failed failed) {
      if (failed.failure().deniesTask()) {
        health.denied(task, now);
      }
    } else {
      health.showed(now);
      telemetry.showed(task, result.taskOrThrow().status());
      resume(task, now);
    }
    if (differs) {
      shared.dispatcher().happened(new TaskEvent.Changed(outcomes.handle(task), result));
    }
  }

  private void resume(WatchedTask task, long now) {
    suspensions.showed(task, pollQueue, now);
    task.forgetSuspensions();
    if (task.is(Flag.PARKED)) {
      task.unpark(now);
      pollQueue.endInTime(task);
    }
    if (task.is(Flag.SUSPENDED)) {
      task.set(Flag.SUSPENDED, false);
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

  private @Nullable Outcome follow(
      WatchedTask task, QueryResult result, PollDecision decision, long now) {
    Failure failure = result instanceof QueryResult.Failed failed ? failed.failure() : null;
    boolean waits =
        switch (decision.kind()) {
          case POLL_AGAIN, GIVE_UP -> true;
          case FINISH, REFUSE, DISCONNECT -> false;
        };
    if (failure != null && task.is(Flag.PARKED) && waits) {
      suspensions.park(task, failure, now);
      return null;
    }
    if (decision instanceof PollDecision.PollAgain again) {
      long wait = stretched(task, again.delay(), now);
      pollQueue.add(task, now + wait);
      pollQueue.endInTime(task);
      telemetry.planned(task, shared.time(), wait, endsAt(task) - now);
      return null;
    }
    Outcome outcome = outcomes.of(task, decision, result);
    if (outcome instanceof Outcome.Refused refused && refused.failure().deniesTask()) {
      health.warn();
    }
    boolean stays = !waits && failure != null && !outcome.isFinal() && shared.suspends();
    return stays && suspend(task, outcome, failure, now) ? null : outcome;
  }

  /** The delay with its jitter, which never pushes a query beyond the end of the wait. */
  private long stretched(WatchedTask task, Duration delay, long now) {
    long wanted = MonotonicTime.nanos(delay);
    return Math.max(wanted, Math.min(shared.jitter().stretch(wanted, jitter), endsAt(task) - now));
  }

  /** Returns whether it is: a task is not queried for ever. */
  private boolean suspend(WatchedTask task, Outcome outcome, Failure failure, long now) {
    if (task.startedAt + suspendedUntil <= now) {
      warnOfEnd(task);
      return false;
    }
    task.park(now);
    task.set(Flag.PINNED, true); // the store is interested in it
    task.forgetRow();
    pollQueue.endInTime(task);
    suspensions.park(task, failure, now);
    if (!task.is(Flag.SUSPENDED)) {
      task.set(Flag.SUSPENDED, true);
      Duration rest = Duration.ofNanos(Math.max(0, suspensions.nextAt(task) - now));
      shared.dispatcher().happened(new TaskEvent.Suspended(outcome, shared.time().in(rest)));
    }
    shared.dispatcher().deliver(outcome, waiters.take(task));
    return true;
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

  /** Lets a wait go on until then at least. */
  void prolong(WatchedTask task, long until) {
    long missing = until - endsAt(task);
    if (missing > 0) {
      task.spare(missing);
      pollQueue.endInTime(task);
    }
  }
}
