package io.github.reelay.watch;

import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.Situation;
import java.lang.System.Logger.Level;
import java.util.Objects;

/**
 * A policy of the user's whose failures end in the log: the other one decides then, so that no task
 * is lost to them.
 */
final class Fallback implements PollingPolicy {
  private static final System.Logger LOG = System.getLogger(PollingPolicy.class.getName());

  private final PollingPolicy first;
  private final PollingPolicy second;

  Fallback(PollingPolicy first, PollingPolicy second) {
    this.first = Objects.requireNonNull(first, "policy");
    this.second = second;
  }

  @Override
  public Decision decide(Situation situation) {
    try {
      return Objects.requireNonNull(first.decide(situation), "decision");
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected a policy to decide, found an exception", thrown);
      return second.decide(situation);
    }
  }

  /** Shows the chain. */
  @Override
  public String toString() {
    return "Fallback[" + first + ", " + second + "]";
  }
}
