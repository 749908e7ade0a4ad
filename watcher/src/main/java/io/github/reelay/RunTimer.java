package io.github.reelay;

import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When a run ends, and how virtual time is kept from moving on meanwhile. */
final class RunTimer implements AutoCloseable {
  private final Scheduler scheduler;
  private final List<Runnable> whenClosed = new ArrayList<>();
  private boolean closed;

  RunTimer(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Runs an action after that time on a thread of its own, since it may block. */
  void after(Duration limit, Runnable action) {
    long at = scheduler.nanoTime() + MonotonicTime.nanos(limit);
    undoWhenClosed(scheduler.schedule(() -> begin(action), at));
  }

  private void begin(Runnable action) {
    Runnable work = scheduler.beginWork();
    Runnable all =
        () -> {
          try {
            action.run();
          } finally {
            work.run();
          }
        };
    DaemonThreads.named("reelay-collect").newThread(all).start();
  }

  /** With virtual time, none passes from now until this is closed. */
  void hold() {
    undoWhenClosed(scheduler.beginWork());
  }

  private synchronized void undoWhenClosed(Runnable undo) {
    if (closed) {
      undo.run();
    } else {
      whenClosed.add(undo);
    }
  }

  /** Drops what has not begun, and lets time pass. */
  @Override
  public synchronized void close() {
    closed = true;
    whenClosed.forEach(Runnable::run);
    whenClosed.clear();
  }
}
