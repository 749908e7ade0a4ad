package io.github.reelay.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When the URLs of a video expire.
 *
 * @param at the time; null if nothing is known
 * @param estimated whether it was computed from the documented validity
 */
public record Expiry(@Nullable Instant at, boolean estimated) {

  /**
   * Checks that nothing is estimated without a time.
   *
   * @throws IllegalArgumentException if {@code estimated} is true and there is no time
   */
  public Expiry {
    if (estimated && at == null) {
      throw new IllegalArgumentException("expected an estimated expiry with its time, found none");
    }
  }

  /** The last time that canonical JSON can hold: 9999-12-31T23:59:59.999999Z. */
  private static final Instant END = Instant.ofEpochSecond(253_402_300_799L, 999_999_000);

  /** Nothing is known. */
  public static final Expiry NONE = new Expiry(null, false);

  /**
   * The stated time; else the completion plus the validity; else the observation plus the validity.
   * A time beyond the year 9999 is not estimated.
   *
   * @param stated what the provider says
   * @param validity how long the provider's URLs work; null if it documents nothing
   * @param completedAt when the task ended
   * @param observedAt when the response came
   */
  public static Expiry of(
      @Nullable Instant stated,
      @Nullable Duration validity,
      @Nullable Instant completedAt,
      @Nullable Instant observedAt) {
    if (stated != null) {
      return new Expiry(stated, false);
    }
    Instant start = completedAt != null ? completedAt : observedAt;
    if (validity == null || start == null || start.isAfter(END)) {
      return NONE;
    }
    Instant end = start.plus(validity);
    return end.isAfter(END) ? NONE : new Expiry(toMicros(end), true);
  }

  /** Most times have nothing below a microsecond, and are returned as they are. */
  private static Instant toMicros(Instant time) {
    return time.getNano() % 1000 == 0 ? time : time.truncatedTo(ChronoUnit.MICROS);
  }
}
