package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.Situation;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the user's whose failures end in the log, what it throws and decisions that mean
 * nothing: the other one decides then, so that no task is lost to them.
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

  private static boolean isSensible(Decision decision, Situation situation) {
    if (decision instanceof Decision.AskAgain again) {
      return !again.delay().isNegative();
    }
    if (decision instanceof Decision.GiveUp giveUp) {
      return !giveUp.delay().isNegative();
    }
    return !(decision instanceof Decision.Finish finish) || isSensible(finish.task(), situation);
  }

  private static boolean isSensible(VideoTask ended, Situation situation) {
    TaskHandle handle = ended.handle();
    return handle != null
        && ended.status().terminal()
        && situation.last() instanceof QueryResult.Found found
        && handle.equals(found.task().handle());
  }

  private static String found(@Nullable Decision decision) {
    return decision == null
        ? "nothing"
        : "the decision "
            + decision.getClass().getSimpleName()
            + (decision instanceof Decision.Finish
                ? " for a task that has not ended or is another"
                : " with a negative delay");
  }

  /** Shows the chain. */
  @Override
  public String toString() {
    return "Fallback[" + first + ", " + second + "]";
  }
}
