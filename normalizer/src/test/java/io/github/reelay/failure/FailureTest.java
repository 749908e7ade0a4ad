package io.github.reelay.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTest {

  private static Failure full() {
    return new Failure(
        FailureKind.RATE_LIMITED,
        Origin.RELAY,
        "429",
        "the secret prompt",
        429,
        "r1",
        Duration.ofSeconds(30),
        "our own sentence");
  }

  @Test
  void showsNoMessage() {
    assertThat(full())
        .hasToString(
            "Failure[rate-limited, origin=relay, code=429, httpStatus=429, requestId=r1,"
                + " retryAfter=PT30S]");
    assertThat(Failure.unreachable("no answer"))
        .hasToString("Failure[unreachable, origin=transport]");
  }

  @Test
  void sumsUpKindAndStatus() {
    assertThat(full().summary()).isEqualTo("rate-limited (HTTP 429)");
    assertThat(failure(Origin.TASK, 200).summary()).isEqualTo("unknown (HTTP 200)");
    assertThat(Failure.unreachable("no answer").summary()).isEqualTo("unreachable");
  }

  @Test
  void advisesAsItsKindDoes() {
    assertThat(full().retry()).isEqualTo(Retry.YES);
    assertThat(Failure.unreachable("no answer").retry()).isEqualTo(Retry.YES);
  }

  @Test
  void hasAStatusExactlyWhereThereWasAnAnswer() {
    assertThatThrownBy(() -> failure(Origin.TRANSPORT, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an HTTP status exactly where there was an answer, found 200 with origin"
                + " transport");
    assertThatThrownBy(() -> failure(Origin.TASK, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an HTTP status exactly where there was an answer, found null with origin"
                + " task");
  }

  private static Failure failure(Origin origin, Integer httpStatus) {
    return new Failure(FailureKind.UNKNOWN, origin, null, null, httpStatus, null, null, null);
  }
}
