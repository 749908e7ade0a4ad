package io.github.reelay.internal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An iterator that has to find an element to know whether there is one more. For use by one thread.
 *
 * @param <T> what is found
 */
public abstract class LookAhead<T> implements Iterator<T> {
  private @Nullable T next;

  /** The element after those that were found before; null if there is none. */
  protected abstract @Nullable T find();

  @Override
  public final boolean hasNext() {
    if (next == null) {
      next = find();
    }
    return next != null;
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    T found = next;
    next = null;
    return found;
  }
}
