package io.github.reelay.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread end a query or a download immediately: it closes what that waits for, such as
 * a connection.
 */
public final class Cancellation {
  private @Nullable Runnable held;
  private boolean cancelled;

  /** Nothing is registered yet. */
  public Cancellation() {}

  /**
   * Registers what to close when it is cancelled, in place of what was registered before.
   *
   * @param ending closes it; must neither block nor throw
   * @throws IOException if it is cancelled already; then {@code ending} was called
   */
  public void register(Runnable ending) throws IOException {
    close();
    boolean late;
    synchronized (this) {
      held = ending;
      late = cancelled;
    }
    if (late) {
      close();
      check();
    }
  }

  /** Closes what is registered, from any thread. */
  public void close() {
    Runnable ending;
    synchronized (this) {
      ending = held;
      held = null;
    }
    if (ending != null) {
      ending.run();
    }
  }

  /** Unregisters without closing; false if it was closed already. */
  public synchronized boolean release() {
    boolean whole = held != null && !cancelled;
    held = null;
    return whole;
  }

  /** Closes what is registered, and everything that will be. */
  public void cancel() {
    synchronized (this) {
      cancelled = true;
    }
    close();
  }

  /** Whether {@link #cancel} was called, which is final; {@link #close} alone does not count. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * To be called between two steps that block, so that no further one begins.
   *
   * @throws IOException if it is cancelled
   */
  public void check() throws IOException {
    if (isCancelled()) {
      throw new InterruptedIOException("expected a query that goes on, found it cancelled");
    }
  }
}
