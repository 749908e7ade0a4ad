package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A value whose type no document tells ({@code x-shape: any}), kept whole.
 *
 * @param value text, {@code Number}, {@code Boolean}, or an unmodifiable {@code List} or {@code
 *     Map} of such
 */
public record AnyValue(@JsonValue Object value) {

  /** Checks that the value is not null; an {@code ObjectMapper} hands over any JSON value. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AnyValue {
    Objects.requireNonNull(value, "value");
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return "AnyValue";
  }
}
