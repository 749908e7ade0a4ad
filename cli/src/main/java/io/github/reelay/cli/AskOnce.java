package io.github.reelay.cli;

import io.github.reelay.exchange.Reading;
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
    if (situation.last() instanceof Reading.NoTask none) {
      Failure failure = none.failure();
      return ExitStatus.of(none) == ExitStatus.REFUSED
          ? new Decision.Refuse(failure)
          : new Decision.Disconnect(failure);
    }
    VideoTask task = situation.last().taskOrThrow();
    return task.status().terminal()
        ? new Decision.Finish(task)
        : new Decision.GiveUp(Duration.ZERO);
  }
}
