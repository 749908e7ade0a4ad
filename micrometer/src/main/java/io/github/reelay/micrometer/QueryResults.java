package io.github.reelay.micrometer;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The values of the tag {@code result} of queries. */
final class QueryResults {
  private QueryResults() {}

  /** {@code found}, or the kind of the failure, such as {@code rate-limited}. */
  static String of(QueryResult result) {
    FailureKind failure = failure(result);
    return failure == null ? "found" : failure.jsonName();
  }

  /** {@code cancelled} or {@code not-sent}: a query that was given up has no result. */
  static String of(Throwable reason) {
    return reason instanceof CancellationException ? "cancelled" : "not-sent";
  }

  /**
   * The kind that the meter of bad responses counts; null of any other result. That is the group
   * {@link FailureKind.Group#BAD_RESPONSE} without {@link FailureKind#UNKNOWN}, which only the
   * timer of queries counts.
   */
  static @Nullable FailureKind bad(QueryResult result) {
    FailureKind failure = failure(result);
    return failure == null ? null : bad(failure);
  }

  private static @Nullable FailureKind bad(FailureKind failure) {
    return switch (failure) {
      case PROVIDER_ERROR, UNREADABLE_RESPONSE, UNREACHABLE -> failure;
      case INVALID_REQUEST,
          UNAUTHORIZED,
          QUOTA_EXHAUSTED,
          FORBIDDEN,
          NOT_FOUND,
          CONTENT_REJECTED,
          RATE_LIMITED,
          GENERATION_FAILED,
          VIDEO_MISSING,
          UNKNOWN ->
          null;
    };
  }

  private static @Nullable FailureKind failure(QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> null;
      case FAILED -> ((QueryResult.Failed) result).failure().kind();
    };
  }
}
