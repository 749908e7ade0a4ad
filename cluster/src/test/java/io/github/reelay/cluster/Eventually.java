package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other threads and processes do. */
final class Eventually {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private Eventually() {}

  /** What others make possible some time, such as the tables of a database. */
  static <T> T opens(Supplier<T> attempt) throws InterruptedException {
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
  static void until(String claim, BooleanSupplier holds) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(holds.getAsBoolean()).as(claim).isTrue();
  }
}
