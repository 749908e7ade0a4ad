package io.github.reelay.cli.terminal;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.VideoTask;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One sentence about a query result. Of a task that failed it shows the provider's own reason. */
final class Messages {
  /** So that the advice behind it is still read. */
  private static final int LONGEST_REASON = 200;

  private Messages() {}

  /** What went wrong; null if nothing did. */
  public static @Nullable String about(QueryResult result) {
    String name = name(result.provider(), result.id());
    return switch (result.kind()) {
      case FOUND -> about(name, result.taskOrThrow());
      case FAILED ->
          name + ": expected a task, found " + words(((QueryResult.Failed) result).failure());
    };
  }

  private static @Nullable String about(String name, VideoTask task) {
    return switch (task.status()) {
      case FAILED -> name + ": the task failed, " + reason(Objects.requireNonNull(task.failure()));
      case CANCELLED -> name + ": the task was cancelled";
      case EXPIRED -> name + ": the task has expired";
      case QUEUED, RUNNING, SUCCEEDED, UNKNOWN -> null;
    };
  }

  private static String name(String provider, @Nullable String id) {
    return id == null ? provider : provider + ":" + id;
  }

  private static String words(Failure failure) {
    return failure.summary()
        + (failure.diagnosis() == null ? "" : ": " + failure.diagnosis())
        + "; "
        + advice(failure);
  }

  /** Without the HTTP status, which is that of a response that shows the task. */
  private static String reason(Failure failure) {
    String message = failure.message();
    String code = failure.code();
    return failure.kind().jsonName()
        + ": "
        + (message == null ? withoutMessage(failure) : "'" + shortened(message) + "'")
        + (code == null || code.equals(message) ? "" : " (" + code + ")")
        + "; "
        + advice(failure);
  }

  private static String withoutMessage(Failure failure) {
    if (failure.diagnosis() != null) {
      return failure.diagnosis();
    }
    return failure.kind() == FailureKind.VIDEO_MISSING
        ? "the provider shows no usable URL"
        : "the provider gives no reason";
  }

  private static String shortened(String message) {
    String masked = UrlQueries.masked(message);
    return masked.codePointCount(0, masked.length()) <= LONGEST_REASON
        ? masked
        : masked.substring(0, masked.offsetByCodePoints(0, LONGEST_REASON)) + "…";
  }

  private static String advice(Failure failure) {
    return switch (failure.retry()) {
      case YES ->
          failure.retryAfter() == null
              ? "another query can help"
              : String.format(
                  Locale.ROOT,
                  "another query can help after %d s",
                  failure.retryAfter().toSeconds());
      case NO -> "another query will not help";
      case UNKNOWN -> "whether another query helps is not known";
    };
  }
}
