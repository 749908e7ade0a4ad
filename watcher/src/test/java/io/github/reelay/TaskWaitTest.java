package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskWaitTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:task_1");
  private static final Outcome KEY_REFUSED =
      new Outcome.Refused(TASK, failure(FailureKind.UNAUTHORIZED, Origin.RELAY));

  private static Failure failure(FailureKind kind, Origin origin) {
    return Failure.builder(kind, origin)
        .httpStatus(origin == Origin.TRANSPORT ? null : 400)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST,     RELAY,     REFUSED",
    "QUOTA_EXHAUSTED,     RELAY,     REFUSED",
    "FORBIDDEN,           RELAY,     REFUSED",
    "NOT_FOUND,           RELAY,     REFUSED",
    "CONTENT_REJECTED,    RELAY,     REFUSED",
    "PROVIDER_ERROR,      RELAY,     UNREACHABLE",
    "UNREADABLE_RESPONSE, RELAY,     UNREACHABLE",
    "UNREACHABLE,         TRANSPORT, UNREACHABLE",
    "UNKNOWN,             RELAY,     UNREACHABLE"
  })
  void thatIsSuspendedEndsWithTheLastReason(FailureKind kind, Origin origin, Outcome.Kind end) {
    QueryResult.Failed last = new QueryResult.Failed(TASK, failure(kind, origin));

    Outcome outcome = end(last);

    assertThat(outcome.kind()).isEqualTo(end);
    assertThat(outcome)
        .isEqualTo(
            end == Outcome.Kind.REFUSED
                ? new Outcome.Refused(last, false)
                : new Outcome.Unreachable(last));
  }

  @Test
  void thatIsSuspendedKeepsItsReasonWhileTheRateIsLimited() {
    Failure limited = failure(FailureKind.RATE_LIMITED, Origin.RELAY);

    assertThat(end(new QueryResult.Failed(TASK, limited))).isEqualTo(KEY_REFUSED);
  }

  /** How a suspended wait ends when it is given up after that result. */
  private static Outcome end(QueryResult.Failed last) {
    TaskWait wait = new TaskWait(true);
    wait.take(new TaskEvent.Suspended(KEY_REFUSED, Instant.EPOCH));
    wait.take(new TaskEvent.Changed(TASK, last));
    return wait.take(new TaskEvent.Ended(new Outcome.Unfinished(TASK, null, Instant.EPOCH)));
  }
}
