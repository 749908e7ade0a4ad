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

  /**
   * Checks the text of a number.
   *
   * @throws IllegalArgumentException if {@code number} is true and the text is no number, or its
   *     exponent is more than a {@code BigDecimal} can hold
   */
  public ScalarValue {
    Objects.requireNonNull(text, "text");
    if (number && !Numbers.isNumber(text)) {
      throw new IllegalArgumentException("expected a number, found other text");
    }
  }

  /**
   * For an {@code ObjectMapper}: takes the text or the number.
   *
   * @throws IllegalArgumentException if the value is neither, or beyond the range of a double
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ScalarValue of(Object value) {
    if (value instanceof String text) {
      return new ScalarValue(text, false);
    }
    if (value instanceof Double decimal) {
      return new ScalarValue(written(decimal), true);
    }
    if (value instanceof Number number) {
      return new ScalarValue(number.toString(), true);
    }
    throw new IllegalArgumentException(
        "expected text or a number, found " + value.getClass().getSimpleName());
  }

  /** As people write it: 20000000.0 where {@code Double.toString} has 2.0E7. */
  private static String written(Double number) {
    if (!Double.isFinite(number) || Math.abs(Math.getExponent(number)) > 64) {
      return number.toString();
    }
    String plain = BigDecimal.valueOf(number).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** For an {@code ObjectMapper}: the value in its own JSON type. */
  @JsonValue
  Object json() {
    return number ? new BigDecimal(text) : text;
  }

  /** Leaves the value out: it may be a message that quotes a prompt or a key. */
  @Override
  public String toString() {
    return number ? "ScalarValue[number]" : "ScalarValue[text]";
  }
}
