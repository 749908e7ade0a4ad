package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.transport.ScriptedServer.Script;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider says of a response that is not whole what the transport found of it. */
@Timeout(60)
class DiagnosisTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  static Stream<Arguments> responses() {
    return Stream.of(
        said("SSH-2.0-secret\r\n\r\n", "the response is not HTTP; check the base URL"),
        said(OK + "secret\r\n\r\n", "the response is not HTTP; check the base URL"),
        said(
            OK + "X-Long: " + "x".repeat(100_000) + "\r\n\r\n",
            "the response has more or longer header lines than allowed"),
        said(
            OK + "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
            "the response has a content encoding other than gzip"),
        said(OK + "Content-Length: 9\r\n\r\n{}", "the connection ended before the response did"),
        said("", "the connection ended before the response did"),
        of(
            connection -> {
              connection.request();
              connection.respondZipped(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
            },
            "the response has damaged gzip data"));
  }

  private static Arguments said(String reply, String diagnosis) {
    return of(
        connection -> {
          connection.request();
          connection.say(reply);
        },
        diagnosis);
  }

  private static Arguments of(Script script, String diagnosis) {
    return Arguments.of(script, diagnosis);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("responses")
  void saysWhatWasFound(Script script, String diagnosis) throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(script);
        Provider provider =
            Provider.builder(new ToapisDialect()).baseUrl(server.uri("")).key(() -> "k1").build()) {

      requireSaid(provider.query("t1"), diagnosis);
      requireSaid(provider.queryAsync("t1").get(30, TimeUnit.SECONDS), diagnosis);
    }
  }

  private static void requireSaid(QueryResult result, String diagnosis) {
    assertThat(result)
        .isInstanceOfSatisfying(
            QueryResult.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNREACHABLE);
              assertThat(failed.failure().diagnosis()).isEqualTo(diagnosis);
            });
  }
}
