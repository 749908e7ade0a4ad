package io.github.reelay.internal.download.http;

import io.github.reelay.internal.DaemonThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DaemonThreads.numbered("reelay-look-up-"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}
