package io.github.reelay.transport;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made once, when it is first needed; safe for use by many threads. */
final class Lazily<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Lazily(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T now = made;
    return now != null ? now : make();
  }

  private synchronized T make() {
    T now = made;
    if (now == null) {
      now = maker.get();
      made = now;
    }
    return now;
  }
}
