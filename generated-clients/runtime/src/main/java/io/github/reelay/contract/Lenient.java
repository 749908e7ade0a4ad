package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How each type is read from a JSON scalar, also when the answer writes it in another type. */
final class Lenient {
  private Lenient() {}

  static @Nullable Long int64(JsonParser parser, Findings findings) {
    try {
      return switch (parser.currentToken()) {
        case VALUE_NULL -> null;
        case VALUE_NUMBER_INT ->
            parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? outOfRange(findings)
                : (Long) parser.getLongValue();
        case VALUE_NUMBER_FLOAT -> floor(Numbers.parse(parser.getText()), findings);
        case VALUE_STRING -> {
          findings.mismatch("an integer");
          BigDecimal number = Numbers.parsePercent(parser.getText());
          yield number == null ? null : Numbers.floor(number);
        }
        default -> mismatch(findings, "an integer");
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static @Nullable Long floor(@Nullable BigDecimal number, Findings findings) {
    if (number == null) {
      return outOfRange(findings);
    }
    if (!Numbers.isWhole(number)) {
      findings.mismatch("an integer");
      return Numbers.floor(number);
    }
    Long whole = Numbers.floor(number);
    return whole == null ? outOfRange(findings) : whole;
  }

  static @Nullable Double decimal(JsonParser parser, Findings findings) {
    try {
      return switch (parser.currentToken()) {
        case VALUE_NULL -> null;
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue(), findings);
        case VALUE_STRING -> {
          findings.mismatch("a number");
          BigDecimal number = Numbers.parseFraction(parser.getText());
          Double value = number == null ? null : (Double) number.doubleValue();
          yield value == null || value.isInfinite() ? null : value;
        }
        default -> mismatch(findings, "a number");
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static @Nullable Double finite(double value, Findings findings) {
    return Double.isFinite(value) ? (Double) value : outOfRange(findings);
  }

  static @Nullable Boolean bool(JsonParser parser, Findings findings) {
    try {
      return switch (parser.currentToken()) {
        case VALUE_NULL -> null;
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_STRING -> {
          findings.mismatch("a boolean");
          yield switch (parser.getText()) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
          };
        }
        default -> mismatch(findings, "a boolean");
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static @Nullable Timestamp time(JsonParser parser, Findings findings, Declared declared) {
    try {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.VALUE_NULL) {
        return null;
      }
      if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
        return mismatch(findings, declared.words());
      }
      Timestamp time = Timestamp.of(new ScalarValue(parser.getText(), token.isNumeric()));
      if (!declared.fits(token, time.written())) {
        findings.mismatch(declared.words());
      } else if (time.instant() == null && !time.written().text().isBlank()) {
        findings.add(Finding.Kind.IGNORED_VALUE, "not a time after 1970 and before 10000");
      }
      return time;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static <T> @Nullable T outOfRange(Findings findings) {
    findings.add(Finding.Kind.IGNORED_VALUE, "the number is out of range");
    return null;
  }

  private static <T> @Nullable T mismatch(Findings findings, String expected) {
    findings.mismatch(expected);
    return null;
  }
}
