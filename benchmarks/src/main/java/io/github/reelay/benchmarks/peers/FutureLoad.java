package io.github.reelay.benchmarks.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;

/** A fixed number of queries in flight: each that ends begins the next. */
final class FutureLoad implements Load {
  private final String name;
  private final int inFlight;
  private final Supplier<CompletableFuture<Boolean>> query;

  FutureLoad(String name, int inFlight, Supplier<CompletableFuture<Boolean>> query) {
    this.name = name;
    this.inFlight = inFlight;
    this.query = query;
  }

  @Override
  public String name() {
    return name + ", " + inFlight + " in flight";
  }

  @Override
  public AutoCloseable begin(Counts counts) {
    Run run = new Run(query, counts);
    for (int i = 0; i < inFlight; i++) {
      run.ended.register();
      run.next();
    }
    return () -> {
      run.stopped = true;
      run.ended.arriveAndAwaitAdvance();
    };
  }

  private static final class Run {
    private final Supplier<CompletableFuture<Boolean>> query;
    private final Counts counts;
    private final Phaser ended = new Phaser(1);
    private volatile boolean stopped;

    Run(Supplier<CompletableFuture<Boolean>> query, Counts counts) {
      this.query = query;
      this.counts = counts;
    }

    /** A loop and not a recursion: a future may be complete when it is returned. */
    void next() {
      while (!stopped) {
        CompletableFuture<Boolean> response = query.get();
        if (!response.isDone()) {
          response.whenComplete(this::ended);
          return;
        }
        counts.count(!response.isCompletedExceptionally() && response.join());
      }
      ended.arriveAndDeregister();
    }

    private void ended(Boolean expected, Throwable failed) {
      counts.count(failed == null && expected);
      next();
    }
  }
}
