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
    return switch (failure.kind()) {
      case RATE_LIMITED -> RATE_LIMIT;
      case UNAUTHORIZED, QUOTA_EXHAUSTED -> REFUSAL;
      default -> failure.deniesTask() ? DENIAL : ofOthers(failure, shown);
    };
  }

  private static ResponseClass ofOthers(Failure failure, boolean shown) {
    if (shown) {
      return BAD;
    }
    return switch (failure.kind()) {
      case NOT_FOUND -> NOT_FOUND;
      case FORBIDDEN -> failure.retry() == Retry.YES ? BAD : REFUSAL;
      case INVALID_REQUEST, CONTENT_REJECTED -> REFUSAL;
      default -> BAD;
    };
  }
}
