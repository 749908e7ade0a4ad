package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what other threads and processes do, which give no signal. The one place of these tests
 * that lets time pass.
 */
final class Eventually {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private Eventually() {}

  /** What others make possible some time, such as the tables of a database. */
  static <T> T opens(Supplier<T> attempt) {
    AtomicReference<T> opened = new AtomicReference<>();
    until(
        "it opens",
        () -> {
          try {
            opened.set(attempt.get());
            return true;
          } catch (IllegalStateException | ClusterException notYet) {
            return false;
          }
        });
    return opened.get();
  }

  /** Looks again and again, for thirty seconds at most. */
  static void until(String claim, BooleanSupplier holds) {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    assertThat(holds.getAsBoolean()).as(claim).isTrue();
  }
}
