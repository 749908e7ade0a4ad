package io.github.reelay.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers from text, safe against exponents that would expand to gigabytes. */
final class Numbers {
  /** Besides its digits a number may have two signs, a point and an exponent's letter. */
  static final int LONGEST = BodyLimits.NUMBER_LENGTH + 4;

  /** 18 digits fit into 64 bits whatever they are; 19 may not. */
  private static final int MOST_PLAIN_DIGITS = 18;

  /** With 15 digits both a whole number and a power of ten are doubles exactly. */
  private static final int MOST_EXACT_DIGITS = 15;

  private Numbers() {}

  /**
   * The double nearest to a number of at most 15 digits around one point, such as 4.35. Both parts
   * of the one division are exact, so its result is what {@code Double.parseDouble} gives.
   *
   * @return NaN if the number is longer or has a sign or an exponent
   */
  static double shortDecimal(char[] buffer, int offset, int length) {
    long digits = 0;
    double power = 0; // of ten, once the point was seen
    if (length > MOST_EXACT_DIGITS + 1) {
      return Double.NaN;
    }
    for (int at = offset; at < offset + length; at++) {
      char c = buffer[at];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
        power *= 10;
      } else if (c == '.' && power == 0) {
        power = 1;
      } else {
        return Double.NaN;
      }
    }
    return power == 0 ? Double.NaN : digits / power;
  }

  /** The number that the text is, if it is at most 18 digits and nothing else; else -1. */
  static long plain(String text) {
    return plain(text, 0, text.length());
  }

  /** As {@link #plain(String)}, of a part of the text. */
  static long plain(String text, int from, int to) {
    if (from >= to || to - from > MOST_PLAIN_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Whether {@link #parse} gives a number; of digits around a point it makes none to find out. */
  static boolean isNumber(String text) {
    return isPlain(text, text.indexOf('.')) || parse(text) != null;
  }

  private static boolean isPlain(String text, int point) {
    return point < 0
        ? plain(text) >= 0
        : plain(text, 0, point) >= 0 && plain(text, point + 1, text.length()) >= 0;
  }

  /**
   * The number as {@code BigDecimal} reads it, such as {@code -1.5e3}, {@code +2} or {@code .5};
   * null for other text, blanks included, and beyond {@link #LONGEST}.
   */
  static @Nullable BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !startsLikeNumber(text)) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return null; // the caller makes a finding of it
    }
  }

  /** Keeps the costly exception away from most text that is no number. */
  private static boolean startsLikeNumber(String text) {
    char last = text.charAt(text.length() - 1);
    char first = text.charAt(0);
    return last <= '9'
        && last >= '.'
        && (first == '-' || first == '+' || first == '.' || (first >= '0' && first <= '9'))
        && !startsLikeDate(text);
  }

  private static boolean startsLikeDate(String text) {
    return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  /** As {@link #parse}, and a trailing percent sign is allowed: {@code "93%"} is 93. */
  static @Nullable BigDecimal parsePercent(String text) {
    String stripped = text.strip();
    return isPercent(stripped)
        ? parse(stripped.substring(0, stripped.length() - 1).strip())
        : parse(stripped);
  }

  /** As {@link #parsePercent}, but {@code "93%"} is 0.93. */
  static @Nullable BigDecimal parseFraction(String text) {
    BigDecimal number = parsePercent(text);
    return number != null && isPercent(text.strip()) ? divideByHundred(number) : number;
  }

  private static BigDecimal divideByHundred(BigDecimal number) {
    return Math.abs((long) number.scale()) > 1_000 ? number : number.scaleByPowerOfTen(-2);
  }

  private static boolean isPercent(String text) {
    return text.endsWith("%");
  }

  /** How many digits the text has, those of an exponent included. */
  static long digits(String text) {
    return text.chars().filter(character -> character >= '0' && character <= '9').count();
  }

  /** How many digits stand before the decimal point; zero or less for fractions below 0.1. */
  static long wholeDigits(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  /** The number rounded down; null if it does not fit into 64 bits. */
  static @Nullable Long floor(BigDecimal number) {
    if (number.signum() == 0) {
      return 0L;
    }
    if (wholeDigits(number) > 19) {
      return null;
    }
    if (wholeDigits(number) <= 0) {
      return number.signum() < 0 ? -1L : 0L;
    }
    BigDecimal whole = number.setScale(0, RoundingMode.FLOOR);
    return whole.compareTo(BigDecimal.valueOf(whole.longValue())) == 0 ? whole.longValue() : null;
  }

  /** Whether the number has no fraction, as 30.0 has none. */
  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
