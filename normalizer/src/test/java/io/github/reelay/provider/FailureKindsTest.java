package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.task.TaskState;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of failure, for every provider: whose fault it is, and whether to query again. */
class FailureKindsTest {
  private static final String KEY = "sk-0123456789abcdef";

  /** The body of an error that shows the key in all that a failure keeps of it. */
  private static final String REPEATS_THE_KEY =
      "{'message':'for %1$s','code':'%1$s','error':{'message':'for %1$s','code':'%1$s'}}"
          .formatted(KEY);

  /** A response of each kind but {@link FailureKind#UNREACHABLE}, which has none. */
  private static final List<Row> ROWS =
      List.of(
          new Row(FailureKind.INVALID_REQUEST, 400, "", Origin.RELAY, Retry.NO, null),
          new Row(FailureKind.UNAUTHORIZED, 401, "", Origin.RELAY, Retry.NO, null),
          new Row(FailureKind.QUOTA_EXHAUSTED, 402, "", Origin.RELAY, Retry.NO, null),
          new Row(FailureKind.FORBIDDEN, 403, "", Origin.RELAY, Retry.NO, null),
          new Row(FailureKind.NOT_FOUND, 404, "", Origin.RELAY, Retry.NO, null),
          new Row(FailureKind.CONTENT_REJECTED, 422, "", Origin.RELAY, Retry.NO, null),
          new Row(FailureKind.RATE_LIMITED, 429, "", Origin.RELAY, Retry.YES, 7),
          new Row(FailureKind.PROVIDER_ERROR, 503, "", Origin.RELAY, Retry.YES, 7),
          new Row(FailureKind.UNREADABLE_RESPONSE, 200, "[]", Origin.RELAY, Retry.YES, 7),
          new Row(FailureKind.UNKNOWN, 302, "", Origin.RELAY, Retry.UNKNOWN, null),
          new Row(
              FailureKind.GENERATION_FAILED,
              200,
              "{'id':'t1','status':'failed'}",
              Origin.TASK,
              Retry.NO,
              null),
          new Row(
              FailureKind.VIDEO_MISSING,
              200,
              "{'id':'t1','status':'completed'}",
              Origin.TASK,
              Retry.YES,
              7));

  private record Row(
      FailureKind kind, int status, String body, Origin origin, Retry retry, Integer seconds) {}

  static Stream<Arguments> everyKindOfEveryProvider() {
    return dialects().flatMap(dialect -> ROWS.stream().map(row -> Arguments.of(dialect, row)));
  }

  @DisplayName("Kind, origin, advice and wait of each response, with the request id to quote")
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyKindOfEveryProvider")
  void reportsWhoseFaultItIsAndWhetherToQueryAgain(Dialect dialect, Row row) {
    Failure failure = failure(dialect, FakeTransport.responding(response(row)));

    assertThat(failure)
        .returns(row.kind, Failure::kind)
        .returns(row.origin, Failure::origin)
        .returns(row.retry, Failure::retry)
        .returns(row.status, Failure::httpStatus)
        .returns("r1", Failure::requestId);
    assertThat(failure.retryAfter())
        .isEqualTo(row.seconds == null ? null : Duration.ofSeconds(row.seconds));
    if (row.body.isEmpty()) {
      assertThat(failure.message()).startsWith("for ");
    }
    assertThat(failure.toString() + failure.message() + failure.code() + failure.diagnosis())
        .doesNotContain(KEY);
  }

  @DisplayName("Without a response the provider is unreachable, and a later query may help")
  @ParameterizedTest
  @MethodSource("dialects")
  void isUnreachableWithoutAResponse(Dialect dialect) {
    Failure failure =
        failure(dialect, FakeTransport.failing(new ConnectException("refused for " + KEY)));

    assertThat(failure)
        .returns(FailureKind.UNREACHABLE, Failure::kind)
        .returns(Origin.TRANSPORT, Failure::origin)
        .returns(Retry.YES, Failure::retry)
        .returns(null, Failure::httpStatus);
    assertThat(failure.toString() + failure.diagnosis()).doesNotContain(KEY);
  }

  static Stream<Dialect> dialects() {
    return StreamSupport.stream(Dialect.installed().spliterator(), false);
  }

  @DisplayName("The table has each kind once")
  @Test
  void hasEachKindOnce() {
    Set<FailureKind> expected = EnumSet.complementOf(EnumSet.of(FailureKind.UNREACHABLE));

    assertThat(ROWS.stream().map(Row::kind)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Arrays.asList(FailureKind.values())).hasSize(ROWS.size() + 1);
  }

  private static RecordedResponse response(Row row) {
    String text = row.body.isEmpty() ? REPEATS_THE_KEY : row.body;
    byte[] body = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Map<String, List<String>> headers =
        Map.of("X-Request-Id", List.of("r1"), "Retry-After", List.of("7"));
    return new RecordedResponse(row.status, headers, body);
  }

  private static Failure failure(Dialect dialect, FakeTransport transport) {
    try (Provider provider =
        Provider.builder(dialect)
            .baseUrl(URI.create("https://provider.example"))
            .key(() -> KEY)
            .transport(transport)
            .build()) {
      QueryResult result = provider.query("t1");
      return result instanceof QueryResult.Failed failed
          ? failed.failure()
          : ((TaskState.Failed) result.taskOrThrow().state()).failure();
    }
  }
}
