package io.github.reelay.dialect;

import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** Which kind a failed task's failure is. */
final class TaskFailureClassifier {
  private TaskFailureClassifier() {}

  /**
   * {@link FailureKind#CONTENT_REJECTED} if the provider says so by code, by words (TE3, XE6) or by
   * its moderation result (C46); else {@link FailureKind#GENERATION_FAILED}, whatever the code.
   *
   * @param rules what says so
   * @param codes every code that the response gives
   * @param message the provider's words; null if it gave none
   * @param outputRejected whether a moderation result refuses the video
   */
  static FailureKind of(
      ContentRules rules,
      Iterable<String> codes,
      @Nullable String message,
      boolean outputRejected) {
    return outputRejected || rules.reject(codes, message)
        ? FailureKind.CONTENT_REJECTED
        : FailureKind.GENERATION_FAILED;
  }
}
