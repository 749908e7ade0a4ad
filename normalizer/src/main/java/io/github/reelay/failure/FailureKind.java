package io.github.reelay.failure;

import java.util.Locale;
import java.util.Set;

/** What the caller should know or do; each kind has its retry advice, its group and its origins. */
public enum FailureKind {
  /** The provider does not accept the request: 400, or another 4xx without a kind of its own. */
  INVALID_REQUEST(Retry.NO, Group.REFUSAL, Origin.RELAY),
  /** The key is missing, which is found before a request is sent, or it is wrong or revoked. */
  UNAUTHORIZED(Retry.NO, Group.REFUSAL, Origin.RELAY, Origin.TRANSPORT),
  /** The account has no balance left (402). */
  QUOTA_EXHAUSTED(Retry.NO, Group.REFUSAL, Origin.RELAY),
  /** The key may not see this (403), or a gateway on the way demands a browser. */
  FORBIDDEN(Retry.NO, Group.REFUSAL, Origin.RELAY),
  /** The provider knows no such task, or no longer (404, 410); see {@link Failure#deniesTask}. */
  NOT_FOUND(Retry.NO, Group.REFUSAL, Origin.RELAY),
  /** The prompt, an input or the result was refused for its content. */
  CONTENT_REJECTED(Retry.NO, Group.REFUSAL, Origin.TASK, Origin.RELAY),
  /** Too many queries (429); see {@link Failure#retryAfter}. */
  RATE_LIMITED(Retry.YES, Group.REFUSAL, Origin.RELAY),
  /** The provider failed for the moment (5xx, 408, 425). */
  PROVIDER_ERROR(Retry.YES, Group.BAD_RESPONSE, Origin.RELAY),
  /** The task ended without a result, and nothing says that its content was refused. */
  GENERATION_FAILED(Retry.NO, Group.TASK_END, Origin.TASK),
  /** The task is completed, but no usable URL is shown; a later query may show it. */
  VIDEO_MISSING(Retry.YES, Group.TASK_END, Origin.TASK),
  /** A 2xx response that is no task. */
  UNREADABLE_RESPONSE(Retry.YES, Group.BAD_RESPONSE, Origin.RELAY),
  /** No HTTP response arrived before the deadline. */
  UNREACHABLE(Retry.YES, Group.BAD_RESPONSE, Origin.TRANSPORT),
  /** A response that fits no other kind. */
  UNKNOWN(Retry.UNKNOWN, Group.BAD_RESPONSE, Origin.RELAY);

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
  private final Set<Origin> origins;

  FailureKind(Retry retry, Group group, Origin... origins) {
    this.retry = retry;
    this.group = group;
    this.origins = Set.of(origins);
  }

  /** Whether another query can help as a rule; {@link Failure#retry} may know better. */
  public Retry retry() {
    return retry;
  }

  /** What it says of a failed query, for code that need not know each kind. */
  public Group group() {
    return group;
  }

  /**
   * Whether a failure of that origin can be of this kind: a task fails for its content, without a
   * result or without its video, and only the provider's server limits the rate.
   */
  public boolean canComeFrom(Origin origin) {
    return origins.contains(origin);
  }

  /** The kind as the canonical JSON writes it, such as {@code rate-limited}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
