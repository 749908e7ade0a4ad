package io.github.reelay.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderStatesTest {
  private final ProviderStates states = new ProviderStates();

  private void responds(FailureKind kind) {
    Origin origin = kind == FailureKind.UNREACHABLE ? Origin.TRANSPORT : Origin.RELAY;
    Failure failure =
        Failure.builder(kind, origin).httpStatus(origin == Origin.TRANSPORT ? null : 400).build();
    states
        .queryStarted("toapis")
        .ended(new QueryResult.Failed(new TaskHandle("toapis", "task_1"), failure));
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED, unauthorized",
    "QUOTA_EXHAUSTED, quota-exhausted",
    "FORBIDDEN, forbidden",
    "INVALID_REQUEST, up",
    "NOT_FOUND, up",
    "CONTENT_REJECTED, up",
    "RATE_LIMITED, up",
    "UNKNOWN, up",
    "PROVIDER_ERROR, up",
    "UNREADABLE_RESPONSE, up",
    "UNREACHABLE, up"
  })
  void afterOneResponse(FailureKind kind, String reason) {
    responds(kind);

    assertThat(states.reasons()).containsEntry("toapis", reason);
  }

  @ParameterizedTest
  @CsvSource({
    "PROVIDER_ERROR, provider-error",
    "UNREADABLE_RESPONSE, unreadable-response",
    "UNREACHABLE, unreachable",
    "UNKNOWN, up"
  })
  void afterThreeOfTheSameKindInARow(FailureKind kind, String reason) {
    responds(kind);
    responds(kind);
    assertThat(states.areUsable()).isTrue();

    responds(kind);

    assertThat(states.reasons()).containsEntry("toapis", reason);
  }

  @Test
  void anotherResponseEndsAStreak() {
    responds(FailureKind.PROVIDER_ERROR);
    responds(FailureKind.PROVIDER_ERROR);
    responds(FailureKind.RATE_LIMITED);
    responds(FailureKind.PROVIDER_ERROR);

    assertThat(states.areUsable()).isTrue();
  }
}
