package io.github.reelay.dialect;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import java.util.Set;

/** The failure of a response that shows no task. */
final class ResponseFailure {
  private final ResponseContext context;
  private final ErrorDescription error;
  private final int httpStatus;

  ResponseFailure(ResponseContext context, ErrorDescription error) {
    this.context = context;
    this.error = error;
    this.httpStatus = context.response().httpStatus();
  }

  /**
   * Not-found if the response denies the task; else its kind follows from code, status and the
   * rules on content.
   *
   * @param unknownTaskCodes see {@link ProviderProfile#unknownTaskCodes}
   */
  Failure failure(Set<String> unknownTaskCodes) {
    boolean denies = deniesTask(unknownTaskCodes);
    FailureKind kind = denies ? FailureKind.NOT_FOUND : kind();
    Failure failure =
        context
            .failure(kind, Origin.RELAY)
            .code(error.code())
            .message(error.message())
            .diagnosis(context.redirect())
            .build();
    return denies ? failure.denyingTask() : failure;
  }

  private FailureKind kind() {
    FailureKind kind = ProviderFailureClassifier.of(error.code(), httpStatus);
    if (!ProviderFailureClassifier.canRejectContent(error.code(), httpStatus)) {
      return kind;
    }
    if (context.rules().reject(error.codes(), error.message())) {
      return FailureKind.CONTENT_REJECTED;
    }
    boolean malformed = error.others().namesParameter();
    return kind == FailureKind.CONTENT_REJECTED && malformed ? FailureKind.INVALID_REQUEST : kind;
  }

  /**
   * Only a word in a code member says so. It does not count next to a status or another code that
   * speaks of the key, the account, the rate or the server.
   */
  private boolean deniesTask(Set<String> unknownTaskCodes) {
    String word = error.report().textCode();
    boolean responded = httpStatus / 100 == 2 || httpStatus / 100 == 4;
    return word != null
        && responded
        && ProviderFailureClassifier.concernsTask(httpStatus)
        && unknownTaskCodes.stream().anyMatch(code -> code.strip().equalsIgnoreCase(word))
        && error.codes().stream()
            .allMatch(
                code ->
                    ProviderFailureClassifier.concernsTask(
                        ProviderFailureClassifier.effectiveStatus(code, 200)));
  }
}
