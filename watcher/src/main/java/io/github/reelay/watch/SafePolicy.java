package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.policy.PollContext;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the user's whose failures end in the log, what it throws and decisions that mean
 * nothing: the other one decides then, so that no task is lost to them.
 */
final class SafePolicy implements PollingPolicy {
  private static final System.Logger LOG = System.getLogger(PollingPolicy.class.getName());

  private final PollingPolicy first;
  private final PollingPolicy second;

  SafePolicy(PollingPolicy first, PollingPolicy second) {
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
      LOG.log(Level.WARNING, "expected a policy to decide, found " + found(decision));
    } catch (RuntimeException | Error thrown) {
      LOG.log(Level.WARNING, "expected a policy to decide, found an exception", thrown);
    }
    return second.decide(context);
  }

  private static boolean isSensible(PollDecision decision, PollContext context) {
    if (decision instanceof PollDecision.PollAgain again) {
      return !again.delay().isNegative();
    }
    if (decision instanceof PollDecision.GiveUp giveUp) {
      return !giveUp.delay().isNegative();
    }
    return !(decision instanceof PollDecision.Finish finish) || isSensible(finish.task(), context);
  }

  private static boolean isSensible(VideoTask ended, PollContext context) {
    TaskHandle handle = ended.handle();
    return handle != null
        && ended.status().terminal()
        && context.last() instanceof QueryResult.Found found
        && handle.equals(found.task().handle());
  }

  private static String found(@Nullable PollDecision decision) {
    return decision == null
        ? "nothing"
        : "the decision "
            + decision.getClass().getSimpleName()
            + (decision instanceof PollDecision.Finish
                ? " for a task that has not ended or is another"
                : " with a negative delay");
  }

  /** Shows the chain. */
  @Override
  public String toString() {
    return "SafePolicy[" + first + ", " + second + "]";
  }
}
