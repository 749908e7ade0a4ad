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

class QueryResultTest {

  @Test
  void taskOrThrowGivesTheTask() {
    VideoTask task = VideoTask.builder("toapis", "t1", new TaskState.Queued()).build();
    QueryResult result = new QueryResult.Found(task);

    assertThat(result.taskOrThrow()).isSameAs(task);
    assertThat(result.provider()).isEqualTo("toapis");
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void taskOrThrowSaysWhyThereIsNone() {
    Failure failure =
        Failure.builder(FailureKind.RATE_LIMITED, Origin.RELAY)
            .code("x")
            .message("secret")
            .httpStatus(429)
            .diagnosis("secret")
            .build();
    QueryResult.Failed result = new QueryResult.Failed("toapis", "t1", failure, List.of());

    QueryFailedException thrown =
        catchThrowableOfType(QueryFailedException.class, result::taskOrThrow);

    assertThat(thrown)
        .hasMessage(
            "toapis:t1: expected a task, found rate-limited (HTTP 429); another query can help:"
                + " yes");
    assertThat(thrown.result()).isSameAs(result);
  }

  @Test
  void taskOrThrowNamesWhatItKnows() {
    QueryResult result =
        new QueryResult.Failed("toapis", null, Failure.unreachable("secret"), List.of());

    assertThat(catchThrowableOfType(QueryFailedException.class, result::taskOrThrow))
        .hasMessage("toapis: expected a task, found unreachable; another query can help: yes");
  }

  @Test
  void exchangeShowsNoContent() {
    byte[] body = "secret".getBytes(StandardCharsets.UTF_8);

    assertThat(new RecordedResponse(200, Map.of("a", List.of("secret")), body, null))
        .hasToString("RecordedResponse[status=200, bytes=6]");
  }

  @Test
  void exchangeFindsHeadersWhateverTheirCase() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(null, List.of("HTTP/1.1 200 OK")); // as HttpURLConnection has it
    headers.put("Retry-AFTER", List.of("7"));
    RecordedResponse response = new RecordedResponse(200, headers, new byte[0], null);

    assertThat(response.header("retry-after")).isEqualTo("7");
    assertThat(response.header("x-request-id")).isNull();
  }

  @Test
  void savedBodyIsA200() {
    RecordedResponse response = RecordedResponse.ofBody(new byte[] {1});

    assertThat(response.httpStatus()).isEqualTo(200);
    assertThat(response.headers()).isEmpty();
    assertThat(response.observedAt()).isNull();
  }

  @Test
  void only2xxIsSuccess() {
    for (int status : new int[] {-200, 0, 20, 100, 199, 300, 404, 500, 600, 2000}) {
      assertThat(new RecordedResponse(status, Map.of(), new byte[0], null).isSuccess()).isFalse();
    }
    assertThat(new RecordedResponse(299, Map.of(), new byte[0], null).isSuccess()).isTrue();
  }
}
