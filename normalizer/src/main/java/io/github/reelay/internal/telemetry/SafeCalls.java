package io.github.reelay.internal.telemetry;

import io.github.reelay.telemetry.TelemetryListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one listener and of its observers. What they throw harms nobody; the first exception is
 * logged, because a listener that throws does so for each of a million queries.
 *
 * @param listener may throw
 * @param logged whether it has thrown
 */
record SafeCalls(TelemetryListener listener, AtomicBoolean logged) {
  private static final Logger LOG = System.getLogger(TelemetryListener.class.getName());

  /** Calls of a listener that has not thrown yet. */
  SafeCalls(TelemetryListener listener) {
    this(listener, new AtomicBoolean());
  }

  void run(Consumer<TelemetryListener> call) {
    run(call, listener);
  }

  /** Calls an observer of the listener. */
  <T> void run(Consumer<T> call, T observer) {
    try {
      call.accept(observer);
    } catch (RuntimeException | Error thrown) {
      log(thrown);
    }
  }

  /** What a call gives; null if it throws. */
  <T, R> @Nullable R get(Function<T, @Nullable R> call, T observer) {
    try {
      return call.apply(observer);
    } catch (RuntimeException | Error thrown) {
      log(thrown);
      return null;
    }
  }

  private void log(Throwable thrown) {
    if (logged.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "expected the telemetry listener to return, found an exception; others of it are not"
              + " logged",
          thrown);
    }
  }

  /** Two calls of the same listener are equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SafeCalls calls && calls.listener == listener;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(listener);
  }
}
