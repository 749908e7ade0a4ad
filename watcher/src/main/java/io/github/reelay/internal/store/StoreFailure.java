package io.github.reelay.internal.store;

import io.github.reelay.store.HandleStore;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a caller gets of a handle store that failed. */
public final class StoreFailure {
  private StoreFailure() {}

  /**
   * The failure in a sentence that names the store.
   *
   * @param what it should have done, such as {@code close}
   * @param advice what follows from that, and what to do
   * @param cause what the store threw
   */
  public static UncheckedIOException of(
      HandleStore store, String what, String advice, IOException cause) {
    return new UncheckedIOException(
        "expected the handle store " + name(store) + " to " + what + ", found a failure; " + advice,
        cause);
  }

  private static String name(HandleStore store) {
    return store instanceof ObservedHandleStore observed
        ? name(observed.store())
        : store.getClass().getName().replaceFirst(".*\\.", "");
  }
}
