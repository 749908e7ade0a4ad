package io.github.reelay;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A wait with a limit for work that is under way while its owner closes. */
final class Closing {
  private Closing() {}

  /**
   * Waits until the future is done or the time is over, in real time. A thread that is interrupted
   * waits no longer, and keeps its interrupt.
   */
  static void await(CompletableFuture<?> future, Duration limit) {
    try {
      future.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException over) {
      // Closing goes on either way; what is under way is ended.
    }
  }
}
