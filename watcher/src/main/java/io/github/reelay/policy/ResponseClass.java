package io.github.reelay.policy;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.Retry;

/** What a response without a task means for the wait. */
enum ResponseClass {
  /** Counts for nothing: 429. */
  RATE_LIMIT,
  /** It says nothing about the task; the next may. */
  BAD,
  /** A 404 that is not in the provider's own code. */
  NOT_FOUND,
  /** The provider says that it does not know the task. */
  DENIAL,
  /** Key, quota or request are refused. */
  REFUSAL;

  /**
   * The class of a failure.
   *
   * @param shown whether the provider has shown the task: a request that was right once is right
   */
  static ResponseClass of(Failure failure, boolean shown) {
    ResponseClass unseen = ofUnseen(failure);
    return switch (failure.kind()) {
      case RATE_LIMITED, UNAUTHORIZED, QUOTA_EXHAUSTED -> unseen;
      case INVALID_REQUEST,
          FORBIDDEN,
          NOT_FOUND,
          CONTENT_REJECTED,
          PROVIDER_ERROR,
          GENERATION_FAILED,
          VIDEO_MISSING,
          UNREADABLE_RESPONSE,
          UNREACHABLE,
          UNKNOWN ->
          failure.deniesTask() ? DENIAL : shown ? BAD : unseen;
    };
  }

  /** The class if the provider has not shown the task yet. */
  private static ResponseClass ofUnseen(Failure failure) {
    return switch (failure.kind()) {
      case RATE_LIMITED -> RATE_LIMIT;
      case UNAUTHORIZED, QUOTA_EXHAUSTED, INVALID_REQUEST, CONTENT_REJECTED -> REFUSAL;
      case FORBIDDEN -> failure.retry() == Retry.YES ? BAD : REFUSAL;
      case NOT_FOUND -> NOT_FOUND;
      case PROVIDER_ERROR,
          GENERATION_FAILED,
          VIDEO_MISSING,
          UNREADABLE_RESPONSE,
          UNREACHABLE,
          UNKNOWN ->
          BAD;
    };
  }
}
