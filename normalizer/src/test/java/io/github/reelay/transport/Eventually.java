package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what threads of the transport and sockets do, which give no signal. The one place of
 * these tests that lets time pass.
 */
final class Eventually {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private Eventually() {}

  /** Looks again and again, for 5 seconds at most. */
  static void until(String claim, BooleanSupplier holds) {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    assertThat(holds.getAsBoolean()).as(claim).isTrue();
  }
}
