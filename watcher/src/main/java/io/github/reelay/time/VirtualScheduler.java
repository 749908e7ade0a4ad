package io.github.reelay.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose time stands still until a test moves it: hours pass in milliseconds, and always
 * in the same order. For tests; what is scheduled runs on the thread that moves the time.
 *
 * <p>Queries and downloads over real connections take real time. {@link #runUntil(CompletionStage)}
 * waits for those that are {@linkplain #beginWork under way} before it moves the time. The {@link
 * #clock()} is the one clock of a test; providers and a sandbox take it too:
 *
 * <pre>{@code
 * VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));
 * try (Sandbox sandbox =
 *         Sandbox.builder().clock(time.clock()).stepByClock(ofHours(1), ofHours(2)).start();
 *     Provider toapis =
 *         Provider.builder(new ToapisDialect())
 *             .clock(time.clock())
 *             .baseUrl(sandbox.baseUrl("toapis"))
 *             .key(() -> sandbox.apiKey("toapis"))
 *             .build();
 *     Watcher watcher =
 *         Watcher.builder(Providers.of(List.of(toapis)))
 *             .scheduler(time)
 *             .rules(rules -> rules.withInterval(ofMinutes(10)))
 *             .build()) {
 *   TaskHandle task = TaskHandle.parse("toapis:ok-1");
 *   return time.runUntil(watcher.watch(task, ofHours(5)));
 * }
 * }</pre>
 */
public final class VirtualScheduler implements Scheduler {
  private final Instant start;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(
          Comparator.comparingLong((Entry entry) -> entry.at)
              .thenComparingLong(entry -> entry.number));
  private long now;
  private long count;
  private long underWay;

  /** How often a condition may have come true outside the scheduled tasks. */
  private long changes;

  private boolean closed;

  /** One that begins at that time of day. */
  public VirtualScheduler(Instant start) {
    this.start = start;
  }

  private static final class Entry {
    private final long at;
    private final long number;
    private final Runnable task;

    Entry(long at, long number, Runnable task) {
      this.at = at;
      this.number = number;
      this.task = task;
    }
  }

  /** {@inheritDoc} Moves together with {@link #nanoTime()}. */
  @Override
  public Clock clock() {
    return new VirtualClock(ZoneOffset.UTC);
  }

  /** {@inheritDoc} Zero at the beginning. */
  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Runnable schedule(Runnable task, long nanoTime) {
    Entry entry = new Entry(Math.max(nanoTime, now), count++, task);
    if (!closed) {
      entries.add(entry);
      notifyAll();
    }
    return () -> cancel(entry);
  }

  private synchronized void cancel(Entry entry) {
    entries.remove(entry);
  }

  @Override
  public synchronized Runnable beginWork() {
    underWay++;
    return new Work();
  }

  /** Work outside the scheduled tasks, which ends once. */
  private final class Work implements Runnable {
    private boolean ended;

    @Override
    public void run() {
      synchronized (VirtualScheduler.this) {
        if (!ended) {
          ended = true;
          underWay--;
          changed();
        }
      }
    }
  }

  private synchronized void changed() {
    changes++;
    notifyAll();
  }

  /**
   * Moves the time on, and runs meanwhile what falls due, each at its own time. Waits for no work
   * that is under way.
   */
  public void advance(Duration by) {
    long end = nanoTime() + by.toNanos();
    while (runNext(end)) {
      // Each run may have scheduled what falls due before the end.
    }
    synchronized (this) {
      now = Math.max(now, end);
    }
  }

  /**
   * Moves the time to the next task and runs it. Waits for no work that is under way.
   *
   * @return whether there was one
   */
  public boolean runNext() {
    return runNext(Long.MAX_VALUE);
  }

  private boolean runNext(long end) {
    Entry next;
    synchronized (this) {
      next = entries.peek();
      if (next == null || next.at > end) {
        return false;
      }
      entries.remove();
      now = Math.max(now, next.at); // another thread may have moved on meanwhile
    }
    next.task.run();
    return true;
  }

  /**
   * Moves the time from task to task until the stage is done. The time stands still while {@link
   * #beginWork() work} is under way; the thread then waits, so time-outs of that work do not fall
   * due. The time goes no further than to the task that completes the stage.
   *
   * @return the value of the stage
   * @throws java.util.concurrent.CompletionException if the stage failed
   * @throws java.util.concurrent.CancellationException if the stage was cancelled
   * @throws IllegalStateException if nothing can complete the stage any more: no task is scheduled,
   *     and no work is under way
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public <T extends @Nullable Object> T runUntil(CompletionStage<T> stage)
      throws InterruptedException {
    var future = stage.toCompletableFuture();
    future.whenComplete((value, failed) -> changed());
    runUntil(future::isDone);
    return future.join();
  }

  /**
   * Moves the time from task to task until the condition holds, as {@link
   * #runUntil(CompletionStage)} does until a stage is done.
   *
   * @param condition looked at before each task, and whenever work has ended
   * @throws IllegalStateException if no task is scheduled, no work is under way, and the condition
   *     does not hold
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void runUntil(BooleanSupplier condition) throws InterruptedException {
    long seen = changes();
    while (!condition.getAsBoolean()) {
      if (isQuiet(seen) && !runNext()) {
        throw new IllegalStateException(
            "expected the condition to hold at some time, found it false at "
                + clock().instant()
                + " with no task scheduled and no work under way; begin what shall make it true"
                + " before, and announce work on other threads by beginWork()");
      }
      seen = changes();
    }
  }

  /**
   * Moves the time from task to task until this scheduler is closed, for a program that runs on
   * other threads. The time stands still while work is under way or no task is scheduled.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void runUntilClosed() throws InterruptedException {
    while (awaitTask()) {
      runNext();
    }
  }

  private synchronized long changes() {
    return changes;
  }

  /** Whether no work is under way and nothing has changed since then; else waits for a change. */
  private synchronized boolean isQuiet(long seen) throws InterruptedException {
    while (underWay > 0 && changes == seen) {
      wait();
    }
    return changes == seen;
  }

  /** Waits until the next task may run. Returns whether there is one. */
  private synchronized boolean awaitTask() throws InterruptedException {
    while (!closed && (underWay > 0 || entries.isEmpty())) {
      wait();
    }
    return !closed;
  }

  /** Drops what has not run. What is scheduled afterwards never runs. */
  @Override
  public synchronized void close() {
    closed = true;
    entries.clear();
    notifyAll();
  }

  private final class VirtualClock extends Clock {
    private final ZoneId zone;

    VirtualClock(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new VirtualClock(other);
    }

    @Override
    public Instant instant() {
      return start.plusNanos(nanoTime());
    }
  }
}
