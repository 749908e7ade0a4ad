package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ids are queried, and how they are written in the address. */
@Timeout(60)
class QueryIdTest {
  private static final String QUEUED = "{'id':'t1','status':'queued'}";
  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = StubServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @DisplayName("Each byte outside RFC 3986 unreserved is percent-encoded, % included")
  @ParameterizedTest
  @CsvSource({
    "AZaz09-._~, AZaz09-._~",
    "a/b, a%2Fb",
    "a%2Fb, a%252Fb",
    "%2e%2e, %252e%252e",
    "..., ...",
    "'a,b;c', a%2Cb%3Bc",
    "a+b c, a%2Bb%20c",
    "{id}, %7Bid%7D",
    "a?b#c&d=e, a%3Fb%23c%26d%3De",
    "视, %E8%A7%86",
    "@:!$'()*, %40%3A%21%24%27%28%29%2A"
  })
  void encodesIds(String id, String encoded) {
    server.then(200, QUEUED);
    for (Dialect dialect : List.of(new XingchaoyiqingDialect(), new Codex22Dialect())) {
      try (Provider provider = server.provider(dialect, "").build()) {
        assertThat(provider.query(id).taskOrThrow().id()).isEqualTo(id);
      }
    }

    assertThat(server.requests)
        .extracting(request -> request.split(" ")[1])
        .containsExactly("/v1/result/" + encoded, "/v1/videos/video_id?id=" + encoded);
  }

  @DisplayName("Ids that cannot be queried are refused before any request")
  @ParameterizedTest
  @CsvSource({
    "'', an empty one",
    "., '''.'''",
    ".., '''..'''",
    "'a\tb', one with a control character or half a surrogate pair",
    "'a\u007Fb', one with a control character or half a surrogate pair",
    "'a\uD800', one with a control character or half a surrogate pair",
    "LONG, one of 513 characters"
  })
  void refusesIds(String written, String found) {
    server.then(200, QUEUED);
    String id = written.equals("LONG") ? "x".repeat(513) : written;
    String message =
        "expected a task id of 1 to 512 printable characters other than '.' and '..', found "
            + found
            + "; use the id that the provider gave when the task was submitted";

    try (Provider provider = server.provider(new ToapisDialect(), "").build()) {
      assertThatThrownBy(() -> provider.query(id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> provider.queryAsync(id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
    assertThat(server.requests).isEmpty();
  }

  @DisplayName("An id of 512 characters is queried")
  @Test
  void queriesLongIds() {
    server.then(200, QUEUED);

    try (Provider provider = server.provider(new ToapisDialect(), "").build()) {
      provider.query("x".repeat(512));
    }
    assertThat(server.requests).hasSize(1);
  }

  @DisplayName("A saved response has any id but an empty one")
  @Test
  void readsSavedResponsesOfAnyId() {
    Provider provider = server.provider(new ToapisDialect(), "").build();
    RecordedResponse saved = RecordedResponse.ofBody(new byte[0]);

    assertThat(CanonicalJson.line(provider.read("..", saved))).contains("\"id\":\"..\"");
    assertThat(CanonicalJson.line(provider.read(null, saved))).doesNotContain("\"id\"");
    assertThatThrownBy(() -> provider.read("", saved))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a task id that is not empty, or none, found an empty one");
  }
}
