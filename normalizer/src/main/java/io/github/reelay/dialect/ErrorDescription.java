package io.github.reelay.dialect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a body says of an error.
 *
 * @param report what it says at the places of the contract
 * @param others what it says elsewhere
 */
record ErrorDescription(ErrorReport report, UndocumentedReasons others) {

  /** What two readings found, where null stands for nothing. */
  static ErrorDescription of(@Nullable ErrorReport report, @Nullable UndocumentedReasons others) {
    return new ErrorDescription(
        report == null ? ErrorReport.NONE : report,
        others == null ? new UndocumentedReasons() : others);
  }

  /** The code at the places of the contract; null if it says none. */
  @Nullable String code() {
    return report.code();
  }

  /** The message, the first of all places; null if none says anything. */
  @Nullable String message() {
    String words = report.firstMessage();
    return words != null ? words : others.message();
  }

  /** Every code and type, wherever it stands. */
  List<String> codes() {
    List<String> codes = new ArrayList<>(report.codes());
    if (others.detailType() != null) {
      codes.add(others.detailType());
    }
    return codes;
  }
}
