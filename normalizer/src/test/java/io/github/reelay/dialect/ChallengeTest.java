package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Retry;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 403 of a gateway on the way, which wants to see a browser. */
class ChallengeTest {

  @DisplayName("A 403 that begins as an HTML page may be queried again")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>",
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        "<HTML><body>no</body></HTML>",
        "\uFEFF<html lang='en'>",
        " \r\n\t<html>",
        "<!-- denied -->\n<html>",
        "<?xml version='1.0'?><!DOCTYPE html>",
        "<head><title>403 Forbidden</title></head>",
        "<h1>Forbidden</h1>",
        "<script>challenge()</script>"
      })
  void readsPages(String page) {
    Failure failure = failure(read(TOAPIS, withHeaders(403, page, "Retry-After", "5")));

    assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN);
    assertThat(failure.retry()).isEqualTo(Retry.YES);
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(failure.deniesTask()).isFalse();
  }

  @DisplayName("So may one that its headers call a page or a challenge")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Content-Type | text/html; charset=UTF-8 |
          content-type | TEXT/HTML                | Access denied
          Content-Type | application/xhtml+xml    | Access denied
          cf-mitigated | challenge                | {'error':'no'}
          CF-Mitigated | challenge                |
          """)
  void readsHeaders(String name, String value, String body) {
    Failure failure =
        failure(read(TOAPIS, withHeaders(403, body == null ? "" : body, name, value)));

    assertThat(failure.kind()).isEqualTo(FailureKind.FORBIDDEN);
    assertThat(failure.retry()).isEqualTo(Retry.YES);
  }

  @DisplayName("Any other 403 may not, nor may another status with a page")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          403 | application/json | {'error':{'code':'forbidden'}}
          403 | text/html        | {'error':{'code':'forbidden'}}
          403 | text/plain       | Forbidden
          403 | text/xml         | <Error><Code>AccessDenied</Code></Error>
          403 | text/plain       | see <html>
          403 | text/plain       |
          404 | text/html        | <html></html>
          400 | text/html        | <html></html>
          """)
  void refusesTheRest(int httpStatus, String type, String body) {
    String text = body == null ? "" : body;
    Failure failure =
        failure(
            read(TOAPIS, withHeaders(httpStatus, text, "Content-Type", type, "Retry-After", "5")));

    assertThat(failure.retry()).isEqualTo(Retry.NO);
    assertThat(failure.retryAfter()).isNull();
  }

  @DisplayName("A long row of blanks and comments before a page ends somewhere")
  @Test
  void looksAtTheBeginningOnly() {
    String far = " <!-- -->".repeat(1000) + "<html>";

    assertThat(failure(read(TOAPIS, withHeaders(403, far))).retry()).isEqualTo(Retry.NO);
  }
}
