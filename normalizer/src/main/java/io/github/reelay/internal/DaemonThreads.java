package io.github.reelay.internal;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Makes daemon threads with names that say whose they are; they inherit nothing from callers. */
public final class DaemonThreads {

  private DaemonThreads() {}

  /** Threads that share one name. */
  public static ThreadFactory named(String name) {
    return task -> thread(task, name);
  }

  /** Threads named by the prefix and their number, from 1. */
  public static ThreadFactory numbered(String prefix) {
    AtomicLong count = new AtomicLong();
    return task -> thread(task, prefix + count.incrementAndGet());
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
