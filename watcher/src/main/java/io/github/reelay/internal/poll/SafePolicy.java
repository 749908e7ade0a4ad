package io.github.reelay.internal.poll;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.policy.PollContext;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the user's with another behind it. What the first throws, and decisions that mean
 * nothing, end in the log, and the second decides then, so that no task is lost to them.
 */
public final class SafePolicy implements PollingPolicy {
  private static final System.Logger LOG = System.getLogger(PollingPolicy.class.getName());

  private static final String THEN = "; the rules of the provider decide";

  private final PollingPolicy first;
  private final PollingPolicy second;

  /** The first decides; where it fails or means nothing the second does. */
  public SafePolicy(PollingPolicy first, PollingPolicy second) {
    this.first = Objects.requireNonNull(first, "policy");
    this.second = second;
  }

  @Override
  public PollDecision decide(PollContext context) {
    try {
      PollDecision decision = first.decide(context);
      if (decision != null && isSensible(decision, context)) {
        return decision;
      }
      LOG.log(Level.WARNING, "expected a policy to decide, found " + found(decision) + THEN);
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected a policy to decide, found an exception" + THEN, thrown);
    }
    return second.decide(context);
  }

  /**
   * A decision to finish must be about the task that the last response shows; any other is taken.
   */
  private static boolean isSensible(PollDecision decision, PollContext context) {
    return !(decision instanceof PollDecision.Finish finish)
        || finish.task().handle() != null
            && context.last() instanceof QueryResult.Found found
            && finish.task().handle().equals(found.task().handle());
  }

  private static String found(@Nullable PollDecision decision) {
    return decision == null ? "nothing" : "the decision Finish for a task that is another";
  }

  /** Names both policies, the user's first. */
  @Override
  public String toString() {
    return "SafePolicy[" + first + ", " + second + "]";
  }
}
