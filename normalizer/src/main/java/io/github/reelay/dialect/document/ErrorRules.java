package io.github.reelay.dialect.document;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.internal.url.Urls;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import org.jspecify.annotations.Nullable;

/** What an error body says: of each value the first that says something. */
final class ErrorRules extends IgnoredValues {
  private @Nullable ErrorValue error;
  private @Nullable ScalarValue code;
  private @Nullable String message;

  @Override
  public void error(ValuePlace place, @Nullable ErrorValue value) {
    if (!ErrorReport.isError(error) && value != null) {
      error = value;
    }
  }

  @Override
  public void scalar(ValuePlace place, @Nullable ScalarValue value) {
    if (place.name() == ValueName.FAILURE_CODE && value != null && isBlank(code)) {
      code = value;
    }
  }

  @Override
  public void integer(ValuePlace place, @Nullable Long value) {
    scalar(place, value == null ? null : new ScalarValue(value.toString(), true));
  }

  @Override
  public void text(ValuePlace place, @Nullable String value) {
    if (place.name() == ValueName.FAILURE_MESSAGE && (message == null || message.isBlank())) {
      message = Urls.unlessUrl(value);
    } else if (place.name() == ValueName.FAILURE_CODE && value != null) {
      scalar(place, new ScalarValue(value, false));
    }
  }

  private static boolean isBlank(@Nullable ScalarValue value) {
    return value == null || value.text().isBlank();
  }

  ErrorReport report() {
    return new ErrorReport(error, code, message, null);
  }
}
