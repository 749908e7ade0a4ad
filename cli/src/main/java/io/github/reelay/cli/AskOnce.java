package io.github.reelay.cli;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.Situation;
import io.github.reelay.task.VideoTask;
import java.time.Duration;

/** Takes the first answer for what it is. */
final class AskOnce implements PollingPolicy {
  @Override
  public Decision decide(Situation situation) {
    if (situation.last() instanceof QueryResult.Failed failed) {
      Failure failure = failed.failure();
      return ExitStatus.of(failed) == ExitStatus.REFUSED
          ? new Decision.Refuse(failure)
          : new Decision.Disconnect(failure);
    }
    VideoTask task = situation.last().taskOrThrow();
    return task.status().terminal()
        ? new Decision.Finish(task)
        : new Decision.GiveUp(Duration.ZERO);
  }
}
