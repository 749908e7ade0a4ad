package io.github.reelay.failure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which kind a failed task's failure is. */
public final class TaskKinds {
  private TaskKinds() {}

  /**
   * {@link FailureKind#CONTENT_REJECTED} if the provider says so by code, by words (TE3, XE6) or by
   * its moderation result (C46); else {@link FailureKind#GENERATION_FAILED}, whatever the code.
   */
  public static FailureKind of(
      @Nullable String code, @Nullable String message, boolean outputRejected) {
    return outputRejected || "content_policy_violation".equals(code) || speaksOfContent(message)
        ? FailureKind.CONTENT_REJECTED
        : FailureKind.GENERATION_FAILED;
  }

  private static boolean speaksOfContent(@Nullable String message) {
    if (message == null) {
      return false;
    }
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("content policy") || lower.contains("prohibited content");
  }
}
