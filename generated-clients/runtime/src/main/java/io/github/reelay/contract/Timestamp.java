package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as a provider wrote it ({@code x-time}): seconds or milliseconds since 1970 as a
 * number or as text, with or without a fraction, or ISO-8601.
 *
 * @param written the value as written
 * @param instant the same to the microsecond, rounded down; null if the value is no time, is not
 *     after 1970-01-01T00:00:00Z, or lies beyond the year 9999
 */
public record Timestamp(ScalarValue written, @Nullable Instant instant) {

  /** Does not check that the two fit each other, as {@link #of(ScalarValue)} makes them. */
  public Timestamp {
    Objects.requireNonNull(written, "written");
  }

  /** Reads the written value; one that is no time is kept without an instant. Never throws. */
  public static Timestamp of(ScalarValue written) {
    return new Timestamp(written, Instants.parse(written.text()));
  }

  /**
   * For an {@code ObjectMapper}: takes the text or the number.
   *
   * @throws IllegalArgumentException if the value is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Timestamp of(Object value) {
    return of(ScalarValue.of(value));
  }

  @JsonValue
  Object json() {
    return written.json();
  }
}
