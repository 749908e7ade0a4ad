package io.github.reelay.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is set, so that tests skip hours. It shows UTC and is safe for
 * use by many threads.
 */
public final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  private SettableClock(Instant now) {
    this.now = new AtomicReference<>(Objects.requireNonNull(now, "now"));
  }

  /**
   * A clock that shows the given time until {@link #advance}.
   *
   * @param now the time to show
   */
  public static SettableClock at(Instant now) {
    return new SettableClock(now);
  }

  /**
   * Moves the clock.
   *
   * @param step how far; negative moves it back
   */
  public void advance(Duration step) {
    now.updateAndGet(at -> at.plus(step));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /**
   * Refuses: a copy in another zone would not move when this clock is set.
   *
   * @throws UnsupportedOperationException always, since this clock shows UTC only
   */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("expected UTC, found " + zone + "; take instant()");
  }
}
