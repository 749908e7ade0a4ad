package io.github.reelay.policy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

final class StandardPolicy implements PollingPolicy {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final PollingDefaults polling;
  private final RetryLimits retryLimits;
  private final Duration recordsKept;

  StandardPolicy(PollingRules rules) {
    this.polling = rules.polling();
    this.retryLimits = rules.retryLimits();
    this.recordsKept = rules.recordsKept();
  }

  @Override
  public PollDecision decide(PollContext context) {
    QueryResult last = context.last();
    return switch (last.kind()) {
      case FOUND -> afterTask(last.taskOrThrow(), context);
      case FAILED -> afterFailure(((QueryResult.Failed) last).failure(), context);
    };
  }

  private PollDecision afterTask(VideoTask task, PollContext context) {
    boolean mayStillShow =
        PollHistory.isWithoutVideo(task)
            && context.history().videoMissing() <= retryLimits.maxVideoMissing();
    if (task.status().terminal() && !mayStillShow) {
      return new PollDecision.Finish(task);
    }
    return again(polling.interval(), context);
  }

  private PollDecision afterFailure(Failure failure, PollContext context) {
    PollHistory history = context.history();
    return switch (ResponseClass.of(failure, history.shown())) {
      case RATE_LIMIT -> again(afterRateLimit(failure, history), context);
      case REFUSAL -> new PollDecision.Refuse(failure, false);
      case NOT_FOUND ->
          history.notFoundInARow() < retryLimits.maxNotFound()
              ? again(atLeastInterval(failure.retryAfter()), context)
              : new PollDecision.Refuse(failure, false);
      case DENIAL -> afterDenial(failure, context);
      case BAD -> afterBad(failure, context);
    };
  }

  private PollDecision afterDenial(Failure failure, PollContext context) {
    PollHistory history = context.history();
    if (history.shown() && context.age().compareTo(recordsKept) < 0) {
      return afterBad(failure, context);
    }
    boolean enough = history.denialsInARow() >= retryLimits.maxDenials() && isLongEnough(context);
    return enough
        ? new PollDecision.Refuse(failure, !context.provider().doubted())
        : again(atLeastInterval(failure.retryAfter()), context);
  }

  /** A task that is not known everywhere yet may be denied; one that was shown, or is old, not. */
  private boolean isLongEnough(PollContext context) {
    PollHistory history = context.history();
    boolean isOld =
        context.submissionKnown()
            && history.streakBegan().compareTo(retryLimits.gracePeriod()) >= 0;
    return isOld || history.shown() || streak(context).compareTo(retryLimits.gracePeriod()) >= 0;
  }

  private PollDecision afterBad(Failure failure, PollContext context) {
    boolean known = context.provider().hasShown();
    int bad = context.history().badInARow();
    if (bad >= retryLimits.maxBadResponses()
        && (!known || streak(context).compareTo(retryLimits.minBadTime()) >= 0)) {
      return new PollDecision.Disconnect(failure);
    }
    Duration retryAfter = atLeastInterval(failure.retryAfter());
    return again(known ? longer(retryAfter, doubled(bad - 1)) : retryAfter, context);
  }

  /** How long the present streak of bad responses or denials lasts. */
  private static Duration streak(PollContext context) {
    return context.age().minus(context.history().streakBegan());
  }

  /** What the provider demands, and never more often than at any other time. */
  private Duration atLeastInterval(@Nullable Duration retryAfter) {
    return retryAfter == null ? polling.interval() : longer(retryAfter, polling.interval());
  }

  private Duration afterRateLimit(Failure failure, PollHistory history) {
    return failure.retryAfter() != null
        ? atLeastInterval(failure.retryAfter())
        : doubled(history.rateLimitedInARow());
  }

  /**
   * The interval, doubled that many times, up to the limit of the back-off; never less than the
   * interval.
   */
  private Duration doubled(int times) {
    if (times < 1) {
      return polling.interval();
    }
    Duration longest = longer(retryLimits.maxBackOff(), polling.interval());
    return new ExponentialBackoff(longer(polling.interval(), SECOND), longest).delay(times);
  }

  private PollDecision again(Duration delay, PollContext context) {
    boolean inTime =
        context.elapsed().compareTo(polling.timeout()) < 0
            && delay.compareTo(polling.timeout().minus(context.elapsed())) <= 0;
    return inTime ? new PollDecision.PollAgain(delay) : new PollDecision.GiveUp(delay);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
