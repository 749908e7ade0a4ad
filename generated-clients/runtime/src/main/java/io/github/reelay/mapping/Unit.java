package io.github.reelay.mapping;

import org.jspecify.annotations.Nullable;

/** The unit in which a number is documented ({@code x-unit}). */
public enum Unit {
  /** Seconds; of a time, since 1970. */
  SECONDS("s"),
  /** Milliseconds; of a time, since 1970. */
  MILLISECONDS("ms"),
  /** From 0 to 1. */
  FRACTION("fraction"),
  /** From 0 to 100. */
  PERCENT("percent");

  private static final Unit[] ALL = values();

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /** The unit as documents write it, such as {@code ms}. */
  public String text() {
    return text;
  }

  /** The unit of that text; null if there is none. */
  public static @Nullable Unit of(String text) {
    for (Unit unit : ALL) {
      if (unit.text.equals(text)) {
        return unit;
      }
    }
    return null;
  }
}
