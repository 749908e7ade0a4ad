package io.github.reelay.failure;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which kind a relay's failure is: by its code where that is known, else by the HTTP status. */
public final class RelayKinds {
  private static final Map<String, FailureKind> BY_CODE =
      Map.ofEntries(
          entry("invalid_request", FailureKind.INVALID_REQUEST), // T62
          entry("unauthorized", FailureKind.UNAUTHORIZED), // T63
          entry("insufficient_quota", FailureKind.QUOTA_EXHAUSTED), // T64
          entry("task_not_found", FailureKind.NOT_FOUND), // T65
          entry("task_not_exist", FailureKind.NOT_FOUND),
          entry("content_policy_violation", FailureKind.CONTENT_REJECTED), // T66
          entry("rate_limit_exceeded", FailureKind.RATE_LIMITED), // T67
          entry("internal_error", FailureKind.PROVIDER_ERROR)); // T68

  private RelayKinds() {}

  /**
   * The kind of a relay's failure; total.
   *
   * @param code the provider's code; null if it gave none
   * @param httpStatus the status of the answer. A 2xx with a code that decides nothing is {@link
   *     FailureKind#UNKNOWN}
   */
  public static FailureKind of(@Nullable String code, int httpStatus) {
    if (code == null) {
      return ofStatus(httpStatus);
    }
    FailureKind published = BY_CODE.get(code);
    if (published != null) {
      return published;
    }
    return ofStatus(isHttpError(code) ? Integer.parseInt(code) : httpStatus);
  }

  private static boolean isHttpError(String code) {
    return code.length() == 3
        && (code.charAt(0) == '4' || code.charAt(0) == '5')
        && isDigit(code.charAt(1))
        && isDigit(code.charAt(2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static FailureKind ofStatus(int status) {
    return switch (status) {
      case 401 -> FailureKind.UNAUTHORIZED;
      case 402 -> FailureKind.QUOTA_EXHAUSTED;
      case 403 -> FailureKind.FORBIDDEN;
      case 404, 410 -> FailureKind.NOT_FOUND;
      case 408, 425 -> FailureKind.PROVIDER_ERROR;
      case 422 -> FailureKind.CONTENT_REJECTED;
      case 429 -> FailureKind.RATE_LIMITED;
      default ->
          switch (status / 100) {
            case 4 -> FailureKind.INVALID_REQUEST;
            case 5 -> FailureKind.PROVIDER_ERROR;
            default -> FailureKind.UNKNOWN;
          };
    };
  }
}
