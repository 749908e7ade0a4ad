package io.github.reelay.dialect;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.failure.RetryAfter;
import io.github.reelay.internal.url.Urls;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One response and the id of the query.
 *
 * @param provider the name under which the provider is registered
 * @param id the task that was queried; null if that is not known
 * @param response what is read
 * @param ownRules what says that content was refused, if the caller has rules; null for the default
 *     ones
 */
record ResponseContext(
    String provider,
    @Nullable String id,
    RecordedResponse response,
    @Nullable ContentRules ownRules) {

  /** What says that content was refused. The default tables are not made before they are needed. */
  ContentRules rules() {
    return ownRules == null ? ContentRules.defaults() : ownRules;
  }

  /**
   * A failure with the status, request id and retry advice of this response; the caller adds code
   * and message.
   */
  Failure.Builder failure(FailureKind kind, Origin origin) {
    Retry retry = kind == FailureKind.FORBIDDEN && isChallenge() ? Retry.YES : kind.retry();
    return Failure.builder(kind, origin)
        .httpStatus(response.httpStatus())
        .requestId(response.requestId())
        .retry(retry)
        .retryAfter(retry == Retry.YES ? retryAfter() : null);
  }

  /**
   * Whether a gateway on the way demands a browser: a 403 with an HTML page, or with the header
   * that says so. Some servers call JSON {@code text/html}; that is no page.
   */
  private boolean isChallenge() {
    if (response.httpStatus() != 403) {
      return false;
    }
    String type = response.trimmedHeader("Content-Type");
    boolean html = type != null && type.toLowerCase(Locale.ROOT).contains("html");
    return response.trimmedHeader("cf-mitigated") != null
        || HtmlPage.begins(response.body())
        || (html && !HtmlPage.beginsJson(response.body()));
  }

  /** Where a redirect leads, by the host alone; null if the response is no redirect. */
  @Nullable String redirect() {
    int status = response.httpStatus();
    if (status / 100 != 3 || status == 304) {
      return null;
    }
    String location = response.trimmedHeader("Location");
    URI target = location == null ? null : Urls.usable(location);
    return "the provider responds with a redirect"
        + (target == null ? "" : " to host " + Urls.host(target))
        + "; check the base URL";
  }

  private @Nullable Duration retryAfter() {
    String millis = response.header("retry-after-ms");
    Duration exact = millis == null ? null : RetryAfter.parseMillis(millis);
    String value = response.header("Retry-After");
    return exact != null || value == null ? exact : RetryAfter.parse(value, response.observedAt());
  }
}
