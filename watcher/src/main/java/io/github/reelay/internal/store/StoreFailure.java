package io.github.reelay.internal.store;

import io.github.reelay.store.HandleStore;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a caller gets of a handle store that failed: a sentence that names the store. */
public final class StoreFailure {
  private static final String WATCH = "remove its cause, and watch the tasks once more";

  private StoreFailure() {}

  /** The handles were not added; the sentence has their number. */
  public static UncheckedIOException keeping(HandleStore store, int handles, IOException cause) {
    return of(store, "keep " + handles + (handles == 1 ? " handle" : " handles"), WATCH, cause);
  }

  /** The file of a document was not added. */
  public static UncheckedIOException keepingDocument(HandleStore store, IOException cause) {
    return of(store, "keep the file of a document", WATCH, cause);
  }

  /** Handles were not removed. */
  public static UncheckedIOException removing(HandleStore store, IOException cause) {
    String advice = "they stay in it, and the next run queries their tasks again";
    return of(store, "remove handles", advice, cause);
  }

  /** The store was not closed; the sentence advises to open it again. */
  public static UncheckedIOException closing(HandleStore store, IOException cause) {
    return of(store, "close", "remove its cause, and open the store again", cause);
  }

  private static UncheckedIOException of(
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
