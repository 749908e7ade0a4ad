package io.github.reelay.dialect;

import io.github.reelay.exchange.Exchange;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.failure.RetryAfter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One exchange and what was asked.
 *
 * @param provider the name of the provider
 * @param id the id that was asked for
 * @param exchange the answer
 * @param rules what says that content was refused
 */
record Answer(String provider, @Nullable String id, Exchange exchange, ContentRules rules) {

  /** A failure that this answer shows, with what its status and headers say. */
  Failure failure(
      FailureKind kind,
      Origin origin,
      @Nullable String code,
      @Nullable String message,
      @Nullable String diagnosis) {
    Retry retry = kind == FailureKind.FORBIDDEN && isChallenge() ? Retry.YES : kind.retry();
    return new Failure(
        kind,
        origin,
        code,
        message,
        exchange.httpStatus(),
        requestId(),
        retry,
        retry == Retry.YES ? retryAfter() : null,
        diagnosis,
        false);
  }

  /**
   * Whether a gateway on the way asks for a browser: a 403 with an HTML page, or with the header
   * that says so. Some servers call JSON {@code text/html}; that is no page.
   */
  private boolean isChallenge() {
    if (exchange.httpStatus() != 403) {
      return false;
    }
    String type = header("Content-Type");
    boolean html = type != null && type.toLowerCase(Locale.ROOT).contains("html");
    return header("cf-mitigated") != null
        || HtmlPage.begins(exchange.body())
        || (html && !HtmlPage.beginsJson(exchange.body()));
  }

  private @Nullable String requestId() {
    String id = header("X-Request-Id");
    return id != null ? id : header("X-Oneapi-Request-Id");
  }

  /** The header's value trimmed; null if nothing is left. */
  private @Nullable String header(String name) {
    String value = exchange.header(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private @Nullable Duration retryAfter() {
    String millis = exchange.header("retry-after-ms");
    Duration exact = millis == null ? null : RetryAfter.parseMillis(millis);
    String value = exchange.header("Retry-After");
    return exact != null || value == null ? exact : RetryAfter.parse(value, exchange.observedAt());
  }
}
