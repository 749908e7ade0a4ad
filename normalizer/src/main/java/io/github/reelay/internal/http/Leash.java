package io.github.reelay.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** What a query or a download waits for, so that it can be ended from outside at once. */
public final class Leash {
  private @Nullable Runnable held;
  private boolean cut;

  /** Holds nothing. */
  public Leash() {}

  /**
   * Lets go of what was held before and holds this.
   *
   * @param ending ends what is waited for; must neither block nor throw
   * @throws IOException if the leash is cut; then this has been ended too
   */
  public void hold(Runnable ending) throws IOException {
    drop();
    boolean late;
    synchronized (this) {
      held = ending;
      late = cut;
    }
    if (late) {
      drop();
      check();
    }
  }

  /** Ends what is held, from any thread. */
  public void drop() {
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
  public synchronized boolean letGo() {
    boolean whole = held != null && !cut;
    held = null;
    return whole;
  }

  /** Ends what is held, and everything that will be. */
  public void cut() {
    synchronized (this) {
      cut = true;
    }
    drop();
  }

  /** Whether it is cut. */
  public synchronized boolean isCut() {
    return cut;
  }

  /**
   * Throws if the leash is cut.
   *
   * @throws IOException if it is
   */
  public void check() throws IOException {
    if (isCut()) {
      throw new InterruptedIOException("expected an answer that is wanted, found that it is not");
    }
  }
}
