package io.github.reelay.dialect;

import static java.util.Map.entry;

import io.github.reelay.failure.FailureKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which kind a provider's failure is: by its code where that is known, else by the HTTP status. */
final class ProviderFailureClassifier {
  /** The HTTP status that a published code stands for. */
  private static final Map<String, Integer> STATUS_OF_CODE =
      Map.ofEntries(
          entry("invalid_request", 400), // T62
          entry("unauthorized", 401), // T63
          entry("insufficient_quota", 402), // T64
          entry("task_not_found", 404), // T65
          entry("task_not_exist", 404),
          entry("content_policy_violation", 422), // T66
          entry("rate_limit_exceeded", 429), // T67
          entry("internal_error", 500)); // T68

  private ProviderFailureClassifier() {}

  /**
   * The kind of a provider's failure; total.
   *
   * @param code the provider's code; null if it gave none
   * @param httpStatus the status of the response. A 2xx with a code that decides nothing is {@link
   *     FailureKind#UNKNOWN}
   */
  static FailureKind of(@Nullable String code, int httpStatus) {
    FailureKind kind = ofStatus(effectiveStatus(code, httpStatus));
    return kind == FailureKind.CONTENT_REJECTED && !concernsTask(httpStatus)
        ? ofStatus(httpStatus)
        : kind;
  }

  /** The HTTP status that the code stands for; the response's own if it stands for none. */
  static int effectiveStatus(@Nullable String code, int httpStatus) {
    if (code == null) {
      return httpStatus;
    }
    Integer published = STATUS_OF_CODE.get(code);
    if (published != null) {
      return published;
    }
    return isHttpError(code) ? Integer.parseInt(code) : httpStatus;
  }

  /** Whether a refusal with that code and status can be a verdict on content. */
  static boolean canRejectContent(@Nullable String code, int httpStatus) {
    int status = effectiveStatus(code, httpStatus);
    boolean fits = status / 100 == 2 || status == 400 || status == 403 || status == 422;
    return fits && concernsTask(httpStatus);
  }

  /**
   * Whether a response with that status can say something of the task itself. 401, 402, 408, 429
   * and 5xx speak of the key, the account, the rate or the server.
   */
  static boolean concernsTask(int status) {
    return switch (status) {
      case 401, 402, 408, 429 -> false;
      default -> status / 100 != 5;
    };
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
