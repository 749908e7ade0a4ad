package io.github.reelay.internal;

import org.jspecify.annotations.Nullable;

/**
 * Made once, when it is first needed, unless this was closed before. Safe for use by many threads.
 *
 * @param <T> what is made
 */
public abstract class Lazy<T> {
  private final String owner;
  private volatile @Nullable T made;
  private boolean closed;

  /**
   * Nothing is made yet.
   *
   * @param owner what a user closes and opens, such as {@code transport}
   */
  protected Lazy(String owner) {
    this.owner = owner;
  }

  /** Makes it; called once at most, unless it throws. */
  protected abstract T make();

  /**
   * What was made, now or before.
   *
   * @throws IllegalStateException if this was closed
   */
  public final T get() {
    T now = unlessClosed();
    if (now == null) {
      throw new IllegalStateException(
          "expected an open " + owner + ", found a closed one; open another one");
    }
    return now;
  }

  /** What was made, now or before; null if this was closed. */
  public final @Nullable T unlessClosed() {
    T now = made;
    return now != null ? now : made();
  }

  private synchronized @Nullable T made() {
    if (made == null && !closed) {
      made = make();
    }
    return made;
  }

  /** Gives away what was made, for the caller to close; null if nothing was, or if given before. */
  public final synchronized @Nullable T close() {
    T last = made;
    made = null;
    closed = true;
    return last;
  }
}
