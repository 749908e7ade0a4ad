package io.github.reelay.failure;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong.
 *
 * @param kind what the caller should know or do
 * @param origin who says so
 * @param code the provider's own code, always as text ({@code 404} is {@code "404"}); null if it
 *     gave none
 * @param message the provider's own words, trimmed; null if it gave none, never a sentence of ours
 * @param httpStatus the status of the answer; null only if there was no answer
 * @param requestId the provider's name for the request, from {@code X-Request-Id} or {@code
 *     X-Oneapi-Request-Id}; null if it gave none
 * @param retryAfter how long the provider asks to wait, in whole seconds; null if it does not say,
 *     or if asking again cannot help
 * @param diagnosis one sentence of ours on why there is no readable answer, for people; null where
 *     the provider's words say it. It holds no key, no path and nothing of the body
 */
public record Failure(
    FailureKind kind,
    Origin origin,
    @Nullable String code,
    @Nullable String message,
    @Nullable Integer httpStatus,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    @Nullable String diagnosis) {

  /** Checks that kind and origin are there, and the status wherever there was an answer. */
  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(origin, "origin");
    if ((httpStatus == null) != (origin == Origin.TRANSPORT)) {
      throw new IllegalArgumentException(
          "expected an HTTP status exactly where there was an answer, found "
              + httpStatus
              + " with origin "
              + origin.word());
    }
  }

  /**
   * No HTTP answer arrived.
   *
   * @param diagnosis one sentence on why, without key or path
   */
  public static Failure unreachable(String diagnosis) {
    return new Failure(
        FailureKind.UNREACHABLE, Origin.TRANSPORT, null, null, null, null, null, diagnosis);
  }

  /** Whether asking again can help. */
  public Retry retry() {
    return kind.retry();
  }

  /** Says what failed without the provider's words, which may quote a prompt or a key. */
  @Override
  public String toString() {
    return "Failure["
        + kind.word()
        + ", origin="
        + origin.word()
        + (code == null ? "" : ", code=" + code)
        + (httpStatus == null ? "" : ", httpStatus=" + httpStatus)
        + (requestId == null ? "" : ", requestId=" + requestId)
        + (retryAfter == null ? "" : ", retryAfter=" + retryAfter)
        + "]";
  }
}
