package io.github.reelay.policy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rules of waiting. */
final class StandardPolicy implements PollingPolicy {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final PollingDefaults polling;
  private final Patience patience;
  private final Duration recordsKept;

  StandardPolicy(PollingRules rules) {
    this.polling = rules.polling();
    this.patience = rules.patience();
    this.recordsKept = rules.recordsKept();
  }

  @Override
  public Decision decide(Situation situation) {
    return situation.last() instanceof QueryResult.Found found
        ? afterTask(found, situation)
        : afterFailure(((QueryResult.Failed) situation.last()).failure(), situation);
  }

  private Decision afterTask(QueryResult.Found found, Situation situation) {
    VideoTask task = found.task();
    boolean mayStillShow =
        History.isWithoutVideo(found)
            && situation.history().videoMissing() <= patience.videoMissing();
    if (task.status().terminal() && !mayStillShow) {
      return new Decision.Finish(task);
    }
    return again(polling.interval(), situation);
  }

  private Decision afterFailure(Failure failure, Situation situation) {
    History history = situation.history();
    return switch (AnswerClass.of(failure, history.shown())) {
      case RATE_LIMIT -> again(afterRateLimit(failure, history), situation);
      case REFUSAL -> new Decision.Refuse(failure, false);
      case NOT_FOUND ->
          history.notFoundInARow() < patience.notFound()
              ? again(asTold(failure.retryAfter()), situation)
              : new Decision.Refuse(failure, false);
      case DENIAL -> afterDenial(failure, situation);
      case BAD -> afterBad(failure, situation);
    };
  }

  private Decision afterDenial(Failure failure, Situation situation) {
    History history = situation.history();
    if (history.shown() && situation.age().compareTo(recordsKept) < 0) {
      return afterBad(failure, situation);
    }
    boolean enough = history.denialsInARow() >= patience.denials() && isLongEnough(situation);
    return enough
        ? new Decision.Refuse(failure, !situation.provider().doubted())
        : again(asTold(failure.retryAfter()), situation);
  }

  /** A task that is not known everywhere yet may be denied; one that was shown, or is old, not. */
  private boolean isLongEnough(Situation situation) {
    History history = situation.history();
    boolean isOld =
        situation.submissionKnown() && history.rowBegan().compareTo(patience.gracePeriod()) >= 0;
    return isOld || history.shown() || row(situation).compareTo(patience.gracePeriod()) >= 0;
  }

  private Decision afterBad(Failure failure, Situation situation) {
    boolean known = situation.provider().hasShown();
    int bad = situation.history().badInARow();
    if (bad >= patience.badAnswers()
        && (!known || row(situation).compareTo(patience.badFor()) >= 0)) {
      return new Decision.Disconnect(failure);
    }
    Duration told = asTold(failure.retryAfter());
    return again(known ? longer(told, doubled(bad - 1)) : told, situation);
  }

  /** How long the present row of bad answers or denials lasts. */
  private static Duration row(Situation situation) {
    return situation.age().minus(situation.history().rowBegan());
  }

  /** What the provider asks for, and never more often than at any other time. */
  private Duration asTold(@Nullable Duration retryAfter) {
    return retryAfter == null ? polling.interval() : longer(retryAfter, polling.interval());
  }

  private Duration afterRateLimit(Failure failure, History history) {
    return failure.retryAfter() != null
        ? asTold(failure.retryAfter())
        : doubled(history.rateLimitedInARow());
  }

  /** The interval, doubled so often, up to the limit. */
  private Duration doubled(int times) {
    if (times < 1) {
      return polling.interval();
    }
    Duration limit = longer(patience.longestBackOff(), polling.interval());
    Duration delay = longer(polling.interval(), SECOND);
    Duration half = limit.dividedBy(2); // beyond it a doubling could overflow
    for (int i = 0; i < times && delay.compareTo(limit) < 0; i++) {
      delay = delay.compareTo(half) > 0 ? limit : delay.plus(delay);
    }
    return delay.compareTo(limit) < 0 ? delay : limit;
  }

  private Decision again(Duration delay, Situation situation) {
    boolean inTime =
        situation.elapsed().compareTo(polling.timeout()) < 0
            && delay.compareTo(polling.timeout().minus(situation.elapsed())) <= 0;
    return inTime ? new Decision.AskAgain(delay) : new Decision.GiveUp(delay);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
