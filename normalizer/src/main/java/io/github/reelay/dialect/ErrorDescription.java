package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.exchange.RecordedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a body says of an error.
 *
 * @param report what it says at the places of the contract
 * @param others what it says elsewhere
 */
record ErrorDescription(ErrorReport report, UndocumentedReasons others) {

  /** What the body says of an error; nothing if it cannot be read. */
  static ErrorDescription read(
      ResponseMapper<?> mapper, RecordedResponse response, TaskLocation location) {
    try {
      byte[] body = response.body();
      Function<ContractReader, @Nullable ErrorReport> contract = location.reader(mapper::readError);
      ErrorReport report = ContractReader.read(body, contract).value();
      Function<ContractReader, @Nullable UndocumentedReasons> other =
          location.reader(UndocumentedReasons::read);
      return of(report, ContractReader.read(body, other).value());
    } catch (UnreadableException unreadable) {
      return of(null, null); // the status alone decides, as for an empty or an HTML body
    }
  }

  /** What two readings found, where null stands for nothing. */
  private static ErrorDescription of(
      @Nullable ErrorReport report, @Nullable UndocumentedReasons others) {
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
