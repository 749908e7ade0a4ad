package io.github.reelay.policy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query may have shown, and what follows from it. */
final class SampleResults {
  private SampleResults() {}

  static QueryResult task(TaskState state) {
    return new QueryResult.Found(VideoTask.builder("toapis", "t-1", state).build());
  }

  static QueryResult running() {
    return task(new TaskState.Running());
  }

  static QueryResult succeeded() {
    return task(
        new TaskState.Succeeded(
            Video.at(URI.create("https://files.example/1.mp4")).build(), List.of()));
  }

  static QueryResult failed(FailureKind kind) {
    return task(new TaskState.Failed(failure(kind, Origin.TASK, null)));
  }

  static QueryResult withoutVideo() {
    return failed(FailureKind.VIDEO_MISSING);
  }

  static QueryResult none(FailureKind kind) {
    return none(kind, null);
  }

  static QueryResult none(FailureKind kind, @Nullable Duration retryAfter) {
    return none(failure(kind, Origin.RELAY, retryAfter));
  }

  static QueryResult rateLimited() {
    return none(FailureKind.RATE_LIMITED);
  }

  /** The provider says that it does not know the task. */
  static QueryResult denial() {
    return none(
        new Failure(
            FailureKind.NOT_FOUND,
            Origin.RELAY,
            "task_not_exist",
            null,
            400,
            null,
            Retry.NO,
            null,
            null,
            true));
  }

  /** The challenge page of a gateway. */
  static QueryResult challenge() {
    return none(
        new Failure(
            FailureKind.FORBIDDEN,
            Origin.RELAY,
            null,
            null,
            403,
            null,
            Retry.YES,
            null,
            null,
            false));
  }

  private static QueryResult none(Failure failure) {
    return new QueryResult.Failed("toapis", "t-1", failure, List.of());
  }

  private static Failure failure(FailureKind kind, Origin origin, @Nullable Duration retryAfter) {
    Origin possible =
        switch (kind) {
          case UNREACHABLE -> Origin.TRANSPORT;
          case GENERATION_FAILED, VIDEO_MISSING -> Origin.TASK;
          case UNREADABLE_RESPONSE -> Origin.RELAY;
          default -> origin;
        };
    return Failure.builder(kind, possible)
        .httpStatus(possible == Origin.TRANSPORT ? null : 200)
        .retryAfter(kind.retry() == Retry.NO ? null : retryAfter)
        .build();
  }

  /** The decision after the last of those responses, at the beginning of the wait. */
  static PollDecision decision(PollingRules rules, QueryResult... responses) {
    return decision(rules, Duration.ZERO, responses);
  }

  /** All responses together, from a provider that has shown no task but those. */
  static PollDecision decision(PollingRules rules, Duration elapsed, QueryResult... responses) {
    return new PollSequence(rules).beganAt(elapsed).responds(Duration.ZERO, responses);
  }

  /** The same response several times. */
  static QueryResult[] times(int count, QueryResult response) {
    return Collections.nCopies(count, response).toArray(QueryResult[]::new);
  }

  static PollDecision again(long seconds) {
    return new PollDecision.PollAgain(Duration.ofSeconds(seconds));
  }
}
