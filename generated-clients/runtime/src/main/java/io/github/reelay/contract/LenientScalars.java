package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How each type is read from a JSON scalar, also when the response writes it in another type. */
final class LenientScalars {
  private LenientScalars() {}

  static @Nullable String text(Cursor cursor, Findings findings) {
    JsonToken token = cursor.token();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      findings.mismatch("text");
    }
    return cursor.text();
  }

  static @Nullable Long int64(Cursor cursor, Findings findings) {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_NUMBER_INT -> inRange(findings, cursor.int64());
      case JsonTokenId.ID_NUMBER_FLOAT -> whole(findings, Numbers.parse(cursor.text()));
      case JsonTokenId.ID_STRING -> {
        findings.mismatch("an integer");
        BigDecimal number = Numbers.parsePercent(cursor.text());
        yield number == null ? null : Numbers.floor(number);
      }
      default -> mismatch(findings, "an integer");
    };
  }

  private static @Nullable Long inRange(Findings findings, @Nullable Long integer) {
    return integer == null ? outOfRange(findings) : integer;
  }

  private static @Nullable Long whole(Findings findings, @Nullable BigDecimal number) {
    if (number == null) {
      return outOfRange(findings);
    }
    Long floor = Numbers.floor(number);
    if (!Numbers.isWhole(number)) {
      findings.mismatch("an integer");
      return floor;
    }
    return floor == null ? outOfRange(findings) : floor;
  }

  static @Nullable Double decimal(Cursor cursor, Findings findings) {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT ->
          finite(findings, cursor.decimal());
      case JsonTokenId.ID_STRING -> {
        findings.mismatch("a number");
        BigDecimal number = Numbers.parseFraction(cursor.text());
        yield number == null || Double.isInfinite(number.doubleValue())
            ? null
            : (Double) number.doubleValue();
      }
      default -> mismatch(findings, "a number");
    };
  }

  private static @Nullable Double finite(Findings findings, double value) {
    return Double.isInfinite(value) ? outOfRange(findings) : (Double) value;
  }

  static @Nullable Boolean bool(Cursor cursor, Findings findings) {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE -> false;
      case JsonTokenId.ID_STRING -> {
        findings.mismatch("a boolean");
        yield switch (cursor.text()) {
          case "true" -> true;
          case "false" -> false;
          default -> null;
        };
      }
      default -> mismatch(findings, "a boolean");
    };
  }

  static @Nullable ScalarValue scalar(Cursor cursor, Findings findings, String expected) {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_STRING -> new ScalarValue(cursor.text(), false);
      case JsonTokenId.ID_NUMBER_INT -> new ScalarValue(cursor.text(), true);
      case JsonTokenId.ID_NUMBER_FLOAT -> {
        String written = cursor.text();
        yield Numbers.isNumber(written) ? new ScalarValue(written, true) : outOfRange(findings);
      }
      default -> mismatch(findings, expected);
    };
  }

  static @Nullable Timestamp time(Cursor cursor, Findings findings, DeclaredType declared) {
    JsonToken token = cursor.token();
    ScalarValue written = scalar(cursor, findings, declared.description());
    if (written == null) {
      return null;
    }
    Timestamp time = Timestamp.of(written);
    if (!declared.fits(token, written)) {
      findings.mismatch(declared.description());
    } else if (time.instant() == null && !written.text().isBlank()) {
      findings.add(Finding.Kind.IGNORED_VALUE, "not a time after 1970 and before 10000");
    }
    return time;
  }

  private static <T> @Nullable T outOfRange(Findings findings) {
    findings.outOfRange();
    return null;
  }

  private static <T> @Nullable T mismatch(Findings findings, String expected) {
    findings.mismatch(expected);
    return null;
  }
}
