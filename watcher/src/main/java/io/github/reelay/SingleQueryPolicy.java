package io.github.reelay;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.policy.PollContext;
import io.github.reelay.policy.PollDecision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.task.VideoTask;
import java.time.Duration;

/** Ends the wait with the first response. */
final class SingleQueryPolicy implements PollingPolicy {
  @Override
  public PollDecision decide(PollContext context) {
    QueryResult last = context.last();
    return switch (last.kind()) {
      case FOUND -> of(last.taskOrThrow());
      case FAILED -> of(((QueryResult.Failed) last).failure());
    };
  }

  private static PollDecision of(VideoTask task) {
    return task.status().terminal()
        ? new PollDecision.Finish(task)
        : new PollDecision.GiveUp(Duration.ZERO);
  }

  private static PollDecision of(Failure failure) {
    return switch (failure.kind().group()) {
      case REFUSAL -> new PollDecision.Refuse(failure);
      case BAD_RESPONSE, TASK_END -> new PollDecision.Disconnect(failure);
    };
  }
}
