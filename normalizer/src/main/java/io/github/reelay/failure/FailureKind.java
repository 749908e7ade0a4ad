package io.github.reelay.failure;

import java.util.Locale;

/** What the caller should know or do; each kind carries its retry advice and its group. */
public enum FailureKind {
  /** The provider does not accept the request. */
  INVALID_REQUEST(Retry.NO, Group.REFUSAL),
  /** The key is missing, wrong or revoked. */
  UNAUTHORIZED(Retry.NO, Group.REFUSAL),
  /** The account has no balance left. */
  QUOTA_EXHAUSTED(Retry.NO, Group.REFUSAL),
  /** The key may not see this. */
  FORBIDDEN(Retry.NO, Group.REFUSAL),
  /** The provider knows no such task (any more). */
  NOT_FOUND(Retry.NO, Group.REFUSAL),
  /** The prompt, an input or the result was refused for its content. */
  CONTENT_REJECTED(Retry.NO, Group.REFUSAL),
  /** Too many queries; see {@link Failure#retryAfter}. */
  RATE_LIMITED(Retry.YES, Group.REFUSAL),
  /** The provider failed for the moment. */
  PROVIDER_ERROR(Retry.YES, Group.BAD_RESPONSE),
  /** The task ended without a result. */
  GENERATION_FAILED(Retry.NO, Group.TASK_END),
  /** The task is completed, but no usable URL is shown; a later query may show it. */
  VIDEO_MISSING(Retry.YES, Group.TASK_END),
  /** A 2xx response that is no task. */
  UNREADABLE_RESPONSE(Retry.YES, Group.BAD_RESPONSE),
  /** No HTTP response arrived before the deadline. */
  UNREACHABLE(Retry.YES, Group.BAD_RESPONSE),
  /** A response that fits no other kind. */
  UNKNOWN(Retry.UNKNOWN, Group.BAD_RESPONSE);

  /**
   * What a kind says of a failed query ({@link io.github.reelay.exchange.QueryResult.Failed}). Each
   * kind has one group, so that a new kind is sorted wherever only this matters. With origin {@link
   * Origin#TASK} the response shows the task, and the task has ended, whatever the group.
   */
  public enum Group {
    /** The provider understood the query and does not show the task: key, balance, id, rate. */
    REFUSAL,
    /**
     * No response that says anything about the task, or none at all. {@link #UNKNOWN} is one of
     * them: a redirect, or a 2xx response whose body has an unknown code.
     */
    BAD_RESPONSE,
    /** The task was shown, and it has no video. */
    TASK_END
  }

  private final Retry retry;
  private final Group group;

  FailureKind(Retry retry, Group group) {
    this.retry = retry;
    this.group = group;
  }

  /** Whether another query can help. */
  public Retry retry() {
    return retry;
  }

  /** What it says of a failed query. */
  public Group group() {
    return group;
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
