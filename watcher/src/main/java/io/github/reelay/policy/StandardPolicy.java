package io.github.reelay.policy;

import io.github.reelay.dialect.Polling;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rules of waiting. */
final class StandardPolicy implements PollingPolicy {
  private final Polling polling;
  private final Patience patience;

  StandardPolicy(PollingRules rules) {
    this.polling = rules.polling();
    this.patience = rules.patience();
  }

  @Override
  public Decision decide(Situation situation) {
    return situation.last() instanceof Reading.TaskSeen seen
        ? afterTask(seen, situation)
        : afterFailure(((Reading.NoTask) situation.last()).failure(), situation);
  }

  private Decision afterTask(Reading.TaskSeen seen, Situation situation) {
    VideoTask task = seen.task();
    boolean mayStillShow =
        History.isWithoutVideo(seen)
            && situation.history().videoMissing() <= patience.videoMissing();
    if (task.status().terminal() && !mayStillShow) {
      return new Decision.Finish(task);
    }
    return again(polling.interval(), situation);
  }

  private Decision afterFailure(Failure failure, Situation situation) {
    History history = situation.history();
    return switch (failure.kind()) {
      case RATE_LIMITED -> again(backOff(failure.retryAfter(), history), situation);
      case NOT_FOUND ->
          history.notFoundInARow() < patience.notFound()
              ? again(polling.interval(), situation)
              : new Decision.Refuse(failure);
      case UNAUTHORIZED, QUOTA_EXHAUSTED, FORBIDDEN, INVALID_REQUEST, CONTENT_REJECTED ->
          new Decision.Refuse(failure);
      case PROVIDER_ERROR,
          UNREADABLE_RESPONSE,
          UNREACHABLE,
          UNKNOWN,
          GENERATION_FAILED,
          VIDEO_MISSING ->
          history.badInARow() < patience.badAnswers()
              ? again(asTold(failure.retryAfter()), situation)
              : new Decision.Disconnect(failure);
    };
  }

  /** What the provider asks for, and never more often than at any other time. */
  private Duration asTold(@Nullable Duration retryAfter) {
    return retryAfter == null ? polling.interval() : longer(retryAfter, polling.interval());
  }

  private Duration backOff(@Nullable Duration retryAfter, History history) {
    if (retryAfter != null) {
      return asTold(retryAfter);
    }
    Duration limit = longer(patience.longestBackOff(), polling.interval());
    Duration delay = longer(polling.interval(), Duration.ofSeconds(1));
    Duration half = limit.dividedBy(2); // beyond it a doubling could overflow
    for (int i = 0; i < history.rateLimitedInARow() && delay.compareTo(limit) < 0; i++) {
      delay = delay.compareTo(half) > 0 ? limit : delay.plus(delay);
    }
    return delay.compareTo(limit) < 0 ? delay : limit;
  }

  private Decision again(Duration delay, Situation situation) {
    boolean inTime =
        situation.elapsed().compareTo(polling.givesUpAfter()) < 0
            && delay.compareTo(polling.givesUpAfter().minus(situation.elapsed())) <= 0;
    return inTime ? new Decision.AskAgain(delay) : new Decision.GiveUp(delay);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
