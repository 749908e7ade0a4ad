package io.github.reelay.page;

import io.github.reelay.time.Scheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a connection, and breaks it if a write takes too long: an interrupt closes the channel
 * that a thread is writing to.
 */
final class StallGuard {
  private final OutputStream out;
  private final Scheduler scheduler;
  private final Duration stall;
  private @Nullable Thread writing;

  StallGuard(OutputStream out, Scheduler scheduler, Duration stall) {
    this.out = out;
    this.scheduler = scheduler;
    this.stall = stall;
  }

  void write(String text) throws IOException {
    set(Thread.currentThread());
    Runnable cancel = scheduler.schedule(this::interrupt, scheduler.nanoTime() + stall.toNanos());
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } finally {
      cancel.run();
      set(null);
    }
  }

  private synchronized void set(@Nullable Thread thread) {
    writing = thread;
  }

  private synchronized void interrupt() {
    if (writing != null) {
      writing.interrupt();
    }
  }
}
