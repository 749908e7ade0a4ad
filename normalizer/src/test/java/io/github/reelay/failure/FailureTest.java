package io.github.reelay.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

  private static Failure full() {
    return Failure.builder(FailureKind.RATE_LIMITED, Origin.RELAY)
        .code("429")
        .message("the secret prompt")
        .httpStatus(429)
        .requestId("r1")
        .retryAfter(Duration.ofSeconds(30))
        .diagnosis("our own sentence")
        .build();
  }

  @Test
  void showsNoMessage() {
    assertThat(full())
        .hasToString(
            "Failure[rate-limited, origin=relay, code=429, httpStatus=429, requestId=r1,"
                + " retryAfter=PT30S]");
    assertThat(Failure.unreachable("no response"))
        .hasToString("Failure[unreachable, origin=transport]");
  }

  @Test
  void sumsUpKindAndStatus() {
    assertThat(full().summary()).isEqualTo("rate-limited (HTTP 429)");
    assertThat(failure(Origin.TASK, 200).summary()).isEqualTo("generation-failed (HTTP 200)");
    assertThat(Failure.unreachable("no response").summary()).isEqualTo("unreachable");
  }

  @Test
  void advisesAsItsKindDoes() {
    assertThat(full().retry()).isEqualTo(Retry.YES);
    assertThat(Failure.unreachable("no response").retry()).isEqualTo(Retry.YES);
  }

  @Test
  void hasAStatusExactlyWhereThereWasAResponse() {
    assertThatThrownBy(() -> failure(Origin.TRANSPORT, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an HTTP status exactly where there was a response, found 200 with origin"
                + " transport");
    assertThatThrownBy(() -> failure(Origin.TASK, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an HTTP status exactly where there was a response, found null with origin"
                + " task");
  }

  private static Failure failure(Origin origin, Integer httpStatus) {
    return Failure.builder(FailureKind.GENERATION_FAILED, origin).httpStatus(httpStatus).build();
  }

  @ParameterizedTest
  @CsvSource({
    "TASK, CONTENT_REJECTED GENERATION_FAILED VIDEO_MISSING",
    "RELAY, INVALID_REQUEST UNAUTHORIZED QUOTA_EXHAUSTED FORBIDDEN NOT_FOUND CONTENT_REJECTED"
        + " RATE_LIMITED PROVIDER_ERROR UNREADABLE_RESPONSE UNKNOWN",
    "TRANSPORT, UNAUTHORIZED UNREACHABLE"
  })
  void isOfTheKindsThatItsOriginMakes(Origin origin, String kinds) {
    assertThat(FailureKind.values())
        .filteredOn(kind -> kind.canComeFrom(origin))
        .extracting(FailureKind::name)
        .containsExactly(kinds.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED, TASK",
    "FORBIDDEN, TASK",
    "UNAUTHORIZED, TASK",
    "QUOTA_EXHAUSTED, TASK",
    "INVALID_REQUEST, TASK",
    "NOT_FOUND, TASK",
    "PROVIDER_ERROR, TASK",
    "UNKNOWN, TASK",
    "UNREACHABLE, TASK",
    "UNREACHABLE, RELAY",
    "GENERATION_FAILED, RELAY",
    "GENERATION_FAILED, TRANSPORT",
    "VIDEO_MISSING, RELAY",
    "UNREADABLE_RESPONSE, TASK",
    "UNREADABLE_RESPONSE, TRANSPORT",
    "RATE_LIMITED, TRANSPORT",
    "UNKNOWN, TRANSPORT"
  })
  void hasAKindThatItsOriginCanSay(FailureKind kind, Origin origin) {
    Failure.Builder builder =
        Failure.builder(kind, origin).httpStatus(origin == Origin.TRANSPORT ? null : 200);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a failure that origin "
                + origin.jsonName()
                + " can have, found "
                + kind.jsonName());
  }

  @Test
  void waitsOnlyWhereAnotherQueryCanHelp() {
    Failure.Builder builder =
        Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY)
            .httpStatus(404)
            .retryAfter(Duration.ofSeconds(9));

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected no wait where another query cannot help, found PT9S");
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSAL, INVALID_REQUEST UNAUTHORIZED QUOTA_EXHAUSTED FORBIDDEN NOT_FOUND CONTENT_REJECTED"
        + " RATE_LIMITED",
    "BAD_RESPONSE, PROVIDER_ERROR UNREADABLE_RESPONSE UNREACHABLE UNKNOWN",
    "TASK_END, GENERATION_FAILED VIDEO_MISSING"
  })
  void belongsToOneGroup(FailureKind.Group group, String kinds) {
    assertThat(FailureKind.values())
        .filteredOn(kind -> kind.group() == group)
        .extracting(FailureKind::name)
        .containsExactly(kinds.split(" "));
  }

  @Test
  void isDeniedByTheProviderAlone() {
    assertThatThrownBy(() -> Failure.unreachable("no response").denyingTask())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected deniesTask only with not-found of origin relay, found unreachable of origin"
                + " transport");
  }
}
