package io.github.reelay.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** What a query or a download waits for, so that it can be ended from outside at once. */
public final class Cancellation {
  private @Nullable Runnable held;
  private boolean cancelled;

  /** Holds nothing. */
  public Cancellation() {}

  /**
   * Lets go of what was held before and holds this.
   *
   * @param ending ends what is waited for; must neither block nor throw
   * @throws IOException if the call was cancelled; then this has been ended too
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

  /** Ends what is held, from any thread. */
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

  /** Lets go of what is held without ending it; false if it has been ended. */
  public synchronized boolean release() {
    boolean whole = held != null && !cancelled;
    held = null;
    return whole;
  }

  /** Ends what is held, and everything that will be. */
  public void cancel() {
    synchronized (this) {
      cancelled = true;
    }
    close();
  }

  /** Whether it is cut. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Throws if the call was cancelled.
   *
   * @throws IOException if it is
   */
  public void check() throws IOException {
    if (isCancelled()) {
      throw new InterruptedIOException("expected an answer that is wanted, found that it is not");
    }
  }
}
