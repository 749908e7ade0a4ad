package io.github.reelay.dialect.document;

import org.jspecify.annotations.Nullable;

/** Numbers that a response writes as text. */
final class Amounts {
  /** Of a whole number, or on either side of the point. */
  private static final int MOST_DIGITS = 9;

  private Amounts() {}

  /** A percentage, with or without its sign; null if the text is not a number. */
  static @Nullable Double percent(String text) {
    String stripped = text.strip();
    boolean signed = stripped.endsWith("%");
    return decimal(signed ? stripped.substring(0, stripped.length() - 1).strip() : stripped);
  }

  /** A fraction, or a percentage with its sign; null if the text is neither. */
  static @Nullable Double fraction(String text) {
    if (text.strip().endsWith("%")) {
      Double percent = percent(text);
      return percent == null ? null : (Double) (percent / 100);
    }
    return decimal(text);
  }

  /** A number without sign or exponent; null if the text is anything else. */
  static @Nullable Double decimal(String text) {
    String stripped = text.strip();
    int point = stripped.indexOf('.');
    boolean number =
        isWhole(point < 0 ? stripped : stripped.substring(0, point))
            && (point < 0 || isWhole(stripped.substring(point + 1)));
    return number ? Double.valueOf(stripped) : null;
  }

  /** A whole number without a sign; null if the text is anything else. */
  static @Nullable Long whole(String text) {
    return isWhole(text) ? Long.valueOf(text) : null;
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_DIGITS;
  }
}
