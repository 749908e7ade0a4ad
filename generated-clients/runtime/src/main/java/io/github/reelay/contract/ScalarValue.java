package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * A text or a number, where a contract allows both ({@code x-shape: scalar}), kept as written.
 *
 * @param text the characters as written, without quotes
 * @param number whether it was written as a JSON number
 */
public record ScalarValue(String text, boolean number) {

  /** Checks that the text is not null. */
  public ScalarValue {
    Objects.requireNonNull(text, "text");
  }

  /**
   * For an {@code ObjectMapper}: takes the text or the number.
   *
   * @throws IllegalArgumentException if the value is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ScalarValue of(Object value) {
    if (value instanceof String text) {
      return new ScalarValue(text, false);
    }
    if (value instanceof Double decimal) {
      return new ScalarValue(BigDecimal.valueOf(decimal).toPlainString(), true);
    }
    if (value instanceof Number number) {
      return new ScalarValue(number.toString(), true);
    }
    throw new IllegalArgumentException(
        "expected text or a number, found " + value.getClass().getSimpleName());
  }

  /** For an {@code ObjectMapper}: the value in its own JSON type. */
  @JsonValue
  Object json() {
    return number ? new BigDecimal(text) : text;
  }

  /** Says which of the two it is, never the value. */
  @Override
  public String toString() {
    return number ? "ScalarValue[number]" : "ScalarValue[text]";
  }
}
