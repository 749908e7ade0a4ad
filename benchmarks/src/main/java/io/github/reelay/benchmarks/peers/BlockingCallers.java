package io.github.reelay.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Threads that query one after the other, each waiting for its response. */
final class BlockingCallers implements Load {
  private final String name;
  private final int callers;
  private final Callable<Boolean> query;

  /**
   * @param query one query; whether its response was as expected
   */
  BlockingCallers(String name, int callers, Callable<Boolean> query) {
    this.name = name;
    this.callers = callers;
    this.query = query;
  }

  @Override
  public String name() {
    return name + ", " + callers + " blocking callers";
  }

  @Override
  public AutoCloseable begin(Counts counts) {
    Caller caller = new Caller(query, counts);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Thread thread = new Thread(caller, "caller-" + i);
      thread.start();
      threads.add(thread);
    }
    return () -> {
      caller.stopped = true;
      for (Thread thread : threads) {
        thread.join();
      }
    };
  }

  private static final class Caller implements Runnable {
    private final Callable<Boolean> query;
    private final Counts counts;
    private volatile boolean stopped;

    Caller(Callable<Boolean> query, Counts counts) {
      this.query = query;
      this.counts = counts;
    }

    @Override
    public void run() {
      while (!stopped) {
        counts.count(isAnswered());
      }
    }

    private boolean isAnswered() {
      try {
        return query.call();
      } catch (Exception failed) {
        return false; // counted as an error, and a window with errors fails the run
      }
    }
  }
}
