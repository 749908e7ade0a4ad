package io.github.reelay.internal.poll;

import io.github.reelay.exchange.Reading;
import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.Situation;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the user's whose failures end in the log, what it throws and decisions that mean
 * nothing: the other one decides then, so that no task is lost to them.
 */
public final class Fallback implements PollingPolicy {
  private static final System.Logger LOG = System.getLogger(PollingPolicy.class.getName());

  private final PollingPolicy first;
  private final PollingPolicy second;

  /** The first decides; where it fails or means nothing the second does. */
  public Fallback(PollingPolicy first, PollingPolicy second) {
    this.first = Objects.requireNonNull(first, "policy");
    this.second = second;
  }

  @Override
  public Decision decide(Situation situation) {
    try {
      Decision decision = first.decide(situation);
      if (decision != null && isSensible(decision, situation)) {
        return decision;
      }
      LOG.log(Level.WARNING, "expected a policy to decide, found " + found(decision));
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected a policy to decide, found an exception", thrown);
    }
    return second.decide(situation);
  }

  /** The end of a task is one that the last response shows; every other decision can be. */
  private static boolean isSensible(Decision decision, Situation situation) {
    return !(decision instanceof Decision.Finish finish)
        || finish.task().handle() != null
            && situation.last() instanceof Reading.TaskSeen seen
            && finish.task().handle().equals(seen.task().handle());
  }

  private static String found(@Nullable Decision decision) {
    return decision == null ? "nothing" : "the decision Finish for a task that is another";
  }

  /** Shows the chain. */
  @Override
  public String toString() {
    return "Fallback[" + first + ", " + second + "]";
  }
}
