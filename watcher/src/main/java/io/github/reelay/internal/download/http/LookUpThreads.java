package io.github.reelay.internal.download.http;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads on which downloads look names up: daemons of the JVM, which end a second after their
 * last look-up, or when a name service that hangs returns.
 */
final class LookUpThreads {
  /** As many as may hang at the same time; then further look-ups wait until their attempts end. */
  private static final int MOST = 64;

  private static final long IDLE_SECONDS = 1;

  /** For all downloaders, because what hangs is the name service that they share. */
  static final Executor ALL = create();

  private LookUpThreads() {}

  private static Executor create() {
    AtomicLong count = new AtomicLong();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> daemon(work, "reelay-look-up-" + count.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
