package io.github.reelay.watch;

import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.internal.poll.Agenda;
import io.github.reelay.internal.poll.ProviderHealth;
import io.github.reelay.internal.poll.Suspensions;
import io.github.reelay.internal.poll.Timeline;
import io.github.reelay.internal.poll.Watched;
import io.github.reelay.internal.poll.Watched.Flag;
import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.Situation;
import io.github.reelay.provider.Provider;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an answer: the task is asked for again, its wait is suspended, or it ends.
 * Guarded by its {@link Lane}.
 */
final class AnswerHandler {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  private final PollingPolicy policy;
  private final LaneContext shared;
  private final Agenda agenda;
  private final Suspensions suspensions;
  private final Outcomes outcomes;
  private final Waiters waiters = new Waiters();
  private final ProviderHealth health;
  private final double jitter;
  private final long givesUpAfter;
  private final long suspendedUntil;

  AnswerHandler(Provider provider, PollingRules rules, PollingPolicy policy, LaneContext shared) {
    this.policy = policy;
    this.shared = shared;
    this.outcomes = new Outcomes(provider.name(), rules, shared.time());
    this.health = new ProviderHealth(provider.name(), rules);
    this.suspensions = new Suspensions(rules.patience());
    this.jitter = rules.patience().jitter();
    this.givesUpAfter = Timeline.nanos(rules.polling().givesUpAfter());
    this.suspendedUntil = Timeline.nanos(rules.patience().suspendedUntil());
    this.agenda = new Agenda(this::endsAt);
  }

  Agenda agenda() {
    return agenda;
  }

  Suspensions suspensions() {
    return suspensions;
  }

  Waiters waiters() {
    return waiters;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /** When a task is not waited for any more. */
  long endsAt(Watched task) {
    return task.is(Flag.PARKED) ? task.startedAt + suspendedUntil : task.endsAfter(givesUpAfter);
  }

  /**
   * Takes an answer for a task that is watched. Whatever fails meanwhile, the wait goes on or ends.
   *
   * @return how its wait has ended; null if it goes on
   */
  @Nullable Outcome handle(Watched task, Reading reading) {
    long now = shared.time().now();
    try {
      note(task, reading, now);
      return follow(task, reading, decide(task, reading, now), now);
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected to decide about " + outcomes.handle(task), thrown);
      return outcomes.broken(task, thrown);
    }
  }

  private void note(Watched task, Reading reading, long now) {
    task.forgetDenials(health.trustedSince());
    boolean keeps = shared.keepLastSeen() || waiters.isAwaited(task);
    boolean differs = task.note(reading, task.age(now), keeps);
    if (reading instanceof Reading.NoTask none) {
      if (none.failure().deniesTask()) {
        health.denied(task, now);
      }
    } else {
      health.showed(now);
      resume(task, now);
    }
    if (differs) {
      shared.endings().happened(new WatchEvent.Changed(outcomes.handle(task), reading));
    }
  }

  private void resume(Watched task, long now) {
    suspensions.showed(task, agenda, now);
    task.forgetSuspensions();
    if (task.is(Flag.PARKED)) {
      task.unpark(now);
      agenda.endInTime(task);
    }
    if (task.is(Flag.SUSPENDED)) {
      task.set(Flag.SUSPENDED, false);
      shared.endings().happened(new WatchEvent.Resumed(outcomes.handle(task)));
    }
  }

  private Decision decide(Watched task, Reading reading, long now) {
    return policy.decide(
        new Situation(
            reading,
            task.history(),
            Duration.ofNanos(task.elapsed(now)),
            Duration.ofNanos(task.age(now)),
            task.is(Flag.SUBMISSION_KNOWN),
            health.history()));
  }

  private @Nullable Outcome follow(Watched task, Reading reading, Decision decision, long now) {
    Failure failure = reading instanceof Reading.NoTask none ? none.failure() : null;
    boolean waits =
        switch (decision.kind()) {
          case POLL_AGAIN, GIVE_UP -> true;
          case FINISH, REFUSE, DISCONNECT -> false;
        };
    if (failure != null && task.is(Flag.PARKED) && waits) {
      suspensions.park(task, failure, now);
      return null;
    }
    if (decision instanceof Decision.AskAgain again) {
      agenda.add(task, now + stretched(task, again.delay(), now));
      agenda.endInTime(task);
      return null;
    }
    Outcome outcome = outcomes.of(task, decision, reading);
    if (outcome instanceof Outcome.Refused refused && refused.failure().deniesTask()) {
      health.warn();
    }
    boolean stays = !waits && failure != null && !outcome.isFinal() && shared.suspends();
    return stays && suspend(task, outcome, failure, now) ? null : outcome;
  }

  /** The delay with its jitter, which never pushes a query beyond the end of the wait. */
  private long stretched(Watched task, Duration delay, long now) {
    long told = Timeline.nanos(delay);
    return Math.max(told, Math.min(shared.jitter().stretch(told, jitter), endsAt(task) - now));
  }

  /** Returns whether it is: a task is not asked for for ever. */
  private boolean suspend(Watched task, Outcome outcome, Failure failure, long now) {
    if (task.startedAt + suspendedUntil <= now) {
      warnOfEnd(task);
      return false;
    }
    task.park(now);
    task.set(Flag.PINNED, true); // the store is interested in it
    task.forgetRow();
    agenda.endInTime(task);
    suspensions.park(task, failure, now);
    if (!task.is(Flag.SUSPENDED)) {
      task.set(Flag.SUSPENDED, true);
      Duration rest = Duration.ofNanos(Math.max(0, suspensions.nextAt(task) - now));
      shared.endings().happened(new WatchEvent.Suspended(outcome, shared.time().in(rest)));
    }
    shared.endings().tell(outcome, waiters.take(task));
    return true;
  }

  /** Says that a task is not asked for any more, though nothing was heard of its end. */
  void warnOfEnd(Watched task) {
    LOG.log(
        Level.WARNING,
        outcomes.handle(task)
            + ": expected its end to be told, found the wait suspended too long after its"
            + " submission; it stays in the store and is not asked for any more until it is added"
            + " again");
  }

  /** Lets a wait go on until then at least. */
  void prolong(Watched task, long until) {
    long missing = until - endsAt(task);
    if (missing > 0) {
      task.spare(missing);
      agenda.endInTime(task);
    }
  }
}
