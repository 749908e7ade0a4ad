package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** How each type is read from a JSON scalar, also when the response writes it in another type. */
final class LenientScalars {
  private final Cursor cursor;
  private final Findings findings;

  LenientScalars(Cursor cursor, Findings findings) {
    this.cursor = cursor;
    this.findings = findings;
  }

  @Nullable String text() {
    JsonToken token = cursor.token();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      findings.mismatch("text");
    }
    return cursor.text();
  }

  @Nullable Long int64() {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_NUMBER_INT -> inRange(cursor.number());
      case JsonTokenId.ID_NUMBER_FLOAT -> whole(Numbers.parse(cursor.text()));
      case JsonTokenId.ID_STRING -> {
        findings.mismatch("an integer");
        BigDecimal number = Numbers.parsePercent(cursor.text());
        yield number == null ? null : Numbers.floor(number);
      }
      default -> mismatch("an integer");
    };
  }

  private @Nullable Long inRange(Number integer) {
    return integer instanceof BigInteger ? outOfRange() : (Long) integer.longValue();
  }

  private @Nullable Long whole(@Nullable BigDecimal number) {
    if (number == null) {
      return outOfRange();
    }
    Long floor = Numbers.floor(number);
    if (!Numbers.isWhole(number)) {
      findings.mismatch("an integer");
      return floor;
    }
    return floor == null ? outOfRange() : floor;
  }

  @Nullable Double decimal() {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> finite(cursor.decimal());
      case JsonTokenId.ID_STRING -> {
        findings.mismatch("a number");
        BigDecimal number = Numbers.parseFraction(cursor.text());
        yield number == null || Double.isInfinite(number.doubleValue())
            ? null
            : (Double) number.doubleValue();
      }
      default -> mismatch("a number");
    };
  }

  private @Nullable Double finite(double value) {
    return Double.isInfinite(value) ? outOfRange() : (Double) value;
  }

  @Nullable Boolean bool() {
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
      default -> mismatch("a boolean");
    };
  }

  @Nullable ScalarValue scalar(String expected) {
    return switch (cursor.token().id()) {
      case JsonTokenId.ID_NULL -> null;
      case JsonTokenId.ID_STRING -> new ScalarValue(cursor.text(), false);
      case JsonTokenId.ID_NUMBER_INT -> new ScalarValue(cursor.text(), true);
      case JsonTokenId.ID_NUMBER_FLOAT -> {
        String written = cursor.text();
        yield Numbers.isNumber(written) ? new ScalarValue(written, true) : outOfRange();
      }
      default -> mismatch(expected);
    };
  }

  @Nullable Timestamp time(DeclaredType declared) {
    JsonToken token = cursor.token();
    ScalarValue written = scalar(declared.description());
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

  private <T> @Nullable T outOfRange() {
    findings.outOfRange();
    return null;
  }

  private <T> @Nullable T mismatch(String expected) {
    findings.mismatch(expected);
    return null;
  }
}
