package io.github.reelay.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** What a download waits for at the moment, so that it can be ended from outside at once. */
final class Leash {
  private @Nullable Runnable held;
  private boolean cut;

  /**
   * Lets go of what was held before and holds this.
   *
   * @param ending ends what is waited for; must neither block nor throw
   * @throws IOException if the leash is cut; then this has been ended too
   */
  void hold(Runnable ending) throws IOException {
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
  void drop() {
    Runnable ending;
    synchronized (this) {
      ending = held;
      held = null;
    }
    if (ending != null) {
      ending.run();
    }
  }

  /** Ends what is held, and everything that will be. */
  void cut() {
    synchronized (this) {
      cut = true;
    }
    drop();
  }

  synchronized boolean isCut() {
    return cut;
  }

  /** Throws if the leash is cut. */
  void check() throws IOException {
    if (isCut()) {
      throw new InterruptedIOException("expected a download that is wanted, found it ended");
    }
  }
}
