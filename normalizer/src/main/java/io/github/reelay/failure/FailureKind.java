package io.github.reelay.failure;

import java.util.Locale;

/** What the caller should know or do; each kind carries its retry advice. */
public enum FailureKind {
  /** The provider does not accept the request. */
  INVALID_REQUEST(Retry.NO),
  /** The key is missing, wrong or revoked. */
  UNAUTHORIZED(Retry.NO),
  /** The account has no balance left. */
  QUOTA_EXHAUSTED(Retry.NO),
  /** The key may not see this. */
  FORBIDDEN(Retry.NO),
  /** The provider knows no such task (any more). */
  NOT_FOUND(Retry.NO),
  /** The prompt, an input or the result was refused for its content. */
  CONTENT_REJECTED(Retry.NO),
  /** Too many queries; see {@link Failure#retryAfter}. */
  RATE_LIMITED(Retry.YES),
  /** The provider failed for the moment. */
  PROVIDER_ERROR(Retry.YES),
  /** The task ended without a result. */
  GENERATION_FAILED(Retry.NO),
  /** The task is completed, but no usable URL is shown; a later query may show it. */
  VIDEO_MISSING(Retry.YES),
  /** A 2xx response that is no task. */
  UNREADABLE_RESPONSE(Retry.YES),
  /** No HTTP response arrived before the deadline. */
  UNREACHABLE(Retry.YES),
  /** A response that fits no other kind. */
  UNKNOWN(Retry.UNKNOWN);

  private final Retry retry;

  FailureKind(Retry retry) {
    this.retry = retry;
  }

  /** Whether another query can help. */
  public Retry retry() {
    return retry;
  }

  /** Whether it can be said by this origin. */
  boolean canComeFrom(Origin origin) {
    return switch (this) {
      case UNREACHABLE -> origin == Origin.TRANSPORT;
      case UNAUTHORIZED -> true; // a key that is missing is found before a request is sent
      case GENERATION_FAILED, VIDEO_MISSING -> origin == Origin.TASK;
      case UNREADABLE_RESPONSE -> origin == Origin.RELAY;
      case INVALID_REQUEST,
          QUOTA_EXHAUSTED,
          FORBIDDEN,
          NOT_FOUND,
          CONTENT_REJECTED,
          RATE_LIMITED,
          PROVIDER_ERROR,
          UNKNOWN ->
          origin != Origin.TRANSPORT;
    };
  }

  /** The kind as the canonical JSON writes it, such as {@code rate-limited}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
