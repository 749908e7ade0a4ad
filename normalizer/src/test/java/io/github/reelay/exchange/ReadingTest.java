package io.github.reelay.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {

  @Test
  void taskOrThrowGivesTheTask() {
    VideoTask task = VideoTask.builder("toapis", "t1", new TaskState.Queued()).build();
    Reading reading = new Reading.TaskSeen(task);

    assertThat(reading.taskOrThrow()).isSameAs(task);
    assertThat(reading.provider()).isEqualTo("toapis");
    assertThat(reading.findings()).isEmpty();
  }

  @Test
  void taskOrThrowSaysWhyThereIsNone() {
    Failure failure =
        new Failure(
            FailureKind.RATE_LIMITED, Origin.RELAY, "x", "secret", 429, null, null, "secret");
    Reading.NoTask reading = new Reading.NoTask("toapis", "t1", failure, List.of());

    NoTaskException thrown = catchThrowableOfType(NoTaskException.class, reading::taskOrThrow);

    assertThat(thrown)
        .hasMessage(
            "toapis:t1: expected a task, found rate-limited (HTTP 429); asking again can help:"
                + " yes");
    assertThat(thrown.reading()).isSameAs(reading);
  }

  @Test
  void taskOrThrowNamesWhatItKnows() {
    Reading reading = new Reading.NoTask("toapis", null, Failure.unreachable("secret"), List.of());

    assertThat(catchThrowableOfType(NoTaskException.class, reading::taskOrThrow))
        .hasMessage("toapis: expected a task, found unreachable; asking again can help: yes");
  }

  @Test
  void exchangeShowsNoContent() {
    byte[] body = "secret".getBytes(StandardCharsets.UTF_8);

    assertThat(new Exchange(200, Map.of("a", List.of("secret")), body, null))
        .hasToString("Exchange[status=200, bytes=6]");
  }

  @Test
  void exchangeFindsHeadersWhateverTheirCase() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(null, List.of("HTTP/1.1 200 OK")); // as HttpURLConnection has it
    headers.put("Retry-AFTER", List.of("7"));
    Exchange exchange = new Exchange(200, headers, new byte[0], null);

    assertThat(exchange.header("retry-after")).isEqualTo("7");
    assertThat(exchange.header("x-request-id")).isNull();
  }

  @Test
  void savedBodyIsA200() {
    Exchange exchange = Exchange.ofBody(new byte[] {1});

    assertThat(exchange.httpStatus()).isEqualTo(200);
    assertThat(exchange.headers()).isEmpty();
    assertThat(exchange.observedAt()).isNull();
  }

  @Test
  void only2xxIsSuccess() {
    for (int status : new int[] {-200, 0, 20, 100, 199, 300, 404, 500, 600, 2000}) {
      assertThat(new Exchange(status, Map.of(), new byte[0], null).isSuccess()).isFalse();
    }
    assertThat(new Exchange(299, Map.of(), new byte[0], null).isSuccess()).isTrue();
  }
}
