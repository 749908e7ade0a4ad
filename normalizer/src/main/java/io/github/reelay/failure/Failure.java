package io.github.reelay.failure;

import io.github.reelay.contract.PrintableText;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no task, or why a task has no video.
 *
 * <pre>{@code
 * String advice = failure.retry() == Retry.YES ? "query again" : "do not query again";
 * Duration wait = failure.retryAfter(); // null if the provider does not say
 * }</pre>
 *
 * @param kind what the caller should know or do
 * @param origin who says so
 * @param code the provider's own code, always as text ({@code 404} is {@code "404"}); null if it
 *     gave none
 * @param message the provider's own message, trimmed; null if it gave none, never a sentence of
 *     ours
 * @param httpStatus the status of the response; null only if there was no response
 * @param requestId the provider's name for the request, from {@code X-Request-Id} or {@code
 *     X-Oneapi-Request-Id}; null if it gave none
 * @param retry whether another query can help; the advice of the kind, unless the response is known
 *     to come from something on the way, such as the challenge page of a gateway
 * @param retryAfter how long the provider wants the client to wait, in whole seconds; null if it
 *     does not say, or if another query cannot help
 * @param diagnosis one sentence of ours on why there is no readable response, for people; null
 *     where the provider's words say it. It holds no key, no path and nothing of the body; of a
 *     redirect it names the host
 * @param deniesTask whether the provider says that it does not know this task, in a code that its
 *     contract has for exactly that ({@link
 *     io.github.reelay.dialect.ProviderProfile#unknownTaskCodes}); a bare 404 never says so
 */
public record Failure(
    FailureKind kind,
    Origin origin,
    @Nullable String code,
    @Nullable String message,
    @Nullable Integer httpStatus,
    @Nullable String requestId,
    Retry retry,
    @Nullable Duration retryAfter,
    @Nullable String diagnosis,
    boolean deniesTask) {

  /**
   * Checks that the members fit each other.
   *
   * @throws IllegalArgumentException if there is a status without a response or a response without
   *     a status; if the origin cannot say this kind, such as a task that is unreachable; if {@code
   *     retryAfter} is negative, or is there although another query cannot help; if something else
   *     than the provider's server denies the task, or in another kind than not-found
   */
  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(retry, "retry");
    if ((httpStatus == null) != (origin == Origin.TRANSPORT)) {
      throw new IllegalArgumentException(
          "expected an HTTP status exactly where there was a response, found "
              + httpStatus
              + " with origin "
              + origin.jsonName());
    }
    if (!kind.canComeFrom(origin)) {
      throw new IllegalArgumentException(
          "expected a failure that origin "
              + origin.jsonName()
              + " can have, found "
              + kind.jsonName());
    }
    if (retryAfter != null && retryAfter.isNegative()) {
      throw new IllegalArgumentException(
          "expected retryAfter of zero or more, found " + retryAfter);
    }
    if (retryAfter != null && retry == Retry.NO) {
      throw new IllegalArgumentException(
          "expected no wait where another query cannot help, found " + retryAfter);
    }
    if (deniesTask && kind != FailureKind.NOT_FOUND) { // which only the provider's server says
      throw new IllegalArgumentException(
          "expected deniesTask only with not-found of origin relay, found "
              + kind.jsonName()
              + " of origin "
              + origin.jsonName());
    }
  }

  /**
   * A builder of a failure that has the retry advice of its kind and does not deny the task.
   *
   * @param kind what the caller should know or do
   * @param origin who says so
   */
  public static Builder builder(FailureKind kind, Origin origin) {
    return new Builder(kind, origin);
  }

  /**
   * No HTTP response arrived.
   *
   * @param diagnosis one sentence on why, without key or path
   */
  public static Failure unreachable(String diagnosis) {
    return builder(FailureKind.UNREACHABLE, Origin.TRANSPORT).diagnosis(diagnosis).build();
  }

  // Each copy names every member: a new member does not compile before it has a place here.

  /** The same, which {@linkplain #deniesTask denies the task}. */
  public Failure denyingTask() {
    return new Failure(
        kind, origin, code, message, httpStatus, requestId, retry, retryAfter, diagnosis, true);
  }

  /**
   * The same with each text replaced: code, message, request id and diagnosis.
   *
   * @param change what makes the new text; not called for a text that is null
   */
  public Failure withTexts(UnaryOperator<String> change) {
    return new Failure(
        kind,
        origin,
        code == null ? null : change.apply(code),
        message == null ? null : change.apply(message),
        httpStatus,
        requestId == null ? null : change.apply(requestId),
        retry,
        retryAfter,
        diagnosis == null ? null : change.apply(diagnosis),
        deniesTask);
  }

  /** The kind and, if there was a response, its status: {@code rate-limited (HTTP 429)}. */
  public String summary() {
    return kind.jsonName() + (httpStatus == null ? "" : " (HTTP " + httpStatus + ")");
  }

  /**
   * Says what failed, printably and without the provider's words, which may quote a prompt or a
   * key.
   */
  @Override
  public String toString() {
    return "Failure["
        + kind.jsonName()
        + ", origin="
        + origin.jsonName()
        + (code == null ? "" : ", code=" + PrintableText.of(code))
        + (httpStatus == null ? "" : ", httpStatus=" + httpStatus)
        + (requestId == null ? "" : ", requestId=" + PrintableText.of(requestId))
        + (retryAfter == null ? "" : ", retryAfter=" + retryAfter)
        + "]";
  }

  /** Builds failures; each setter is named for the member that it sets, absent until it is set. */
  public static final class Builder {
    private final FailureKind kind;
    private final Origin origin;
    private @Nullable String code;
    private @Nullable String message;
    private @Nullable Integer httpStatus;
    private @Nullable String requestId;
    private Retry retry;
    private @Nullable Duration retryAfter;
    private @Nullable String diagnosis;

    private Builder(FailureKind kind, Origin origin) {
      this.kind = kind;
      this.origin = origin;
      this.retry = kind.retry();
    }

    /** See {@link Failure#code}. */
    public Builder code(@Nullable String value) {
      code = value;
      return this;
    }

    /** See {@link Failure#message}. */
    public Builder message(@Nullable String value) {
      message = value;
      return this;
    }

    /** See {@link Failure#httpStatus}. */
    public Builder httpStatus(@Nullable Integer value) {
      httpStatus = value;
      return this;
    }

    /** See {@link Failure#requestId}. */
    public Builder requestId(@Nullable String value) {
      requestId = value;
      return this;
    }

    /** See {@link Failure#retry}; the advice of the kind until it is set. */
    public Builder retry(Retry value) {
      retry = value;
      return this;
    }

    /** See {@link Failure#retryAfter}. */
    public Builder retryAfter(@Nullable Duration value) {
      retryAfter = value;
      return this;
    }

    /** See {@link Failure#diagnosis}. */
    public Builder diagnosis(@Nullable String value) {
      diagnosis = value;
      return this;
    }

    /**
     * The failure.
     *
     * @throws IllegalArgumentException if its members do not fit each other
     */
    public Failure build() {
      return new Failure(
          kind, origin, code, message, httpStatus, requestId, retry, retryAfter, diagnosis, false);
    }
  }
}
