package io.github.reelay.page;

import io.github.reelay.failure.Failure;

/** What a person can do about a failure, in one sentence of ours. */
final class FailureAdvice {
  private FailureAdvice() {}

  /** The advice for a task that has ended, or whose wait has. */
  static String of(Failure failure) {
    return switch (failure.kind()) {
      case INVALID_REQUEST ->
          "The provider does not accept the query. Compare the id with the one that the provider"
              + " gave for the submission.";
      case UNAUTHORIZED ->
          "The key is missing, wrong or revoked. Set a valid key, and query again.";
      case QUOTA_EXHAUSTED -> "The account has no balance. Top it up, and query again.";
      case FORBIDDEN -> "The key may not see this task. Use the key that submitted it.";
      case NOT_FOUND ->
          "The provider does not know this task. Check the id, and whether the key belongs to the"
              + " same account.";
      case CONTENT_REJECTED ->
          "The prompt or the result was refused for its content. Change the prompt or the input"
              + " before you submit it again.";
      case RATE_LIMITED -> "The provider got too many queries. A later query can help.";
      case PROVIDER_ERROR -> "The provider failed for the moment. A later query can help.";
      case GENERATION_FAILED ->
          "The provider could not make the video. Another query does not help; submit the task"
              + " again if the reason allows it.";
      case VIDEO_MISSING -> "The task is completed without a video. A later query may show it.";
      case UNREADABLE_RESPONSE ->
          "The response is no task. Check the base URL; a gateway may have responded.";
      case UNREACHABLE -> "No response arrived. Check the network, the proxy and the base URL.";
      case UNKNOWN -> "The response fits no known failure. Its code and message are all there is.";
    };
  }
}
