package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the store in step with what is watched. Handles are opened before their tasks are watched,
 * and closed off the threads that keep time and many at once: what ends while one write is under
 * way goes into the next. Its lock comes before those of the lanes, and nothing of a user's but the
 * store runs under it.
 */
final class HandleStoreWriter {
  private final HandleStore store;
  private final Executor executor;
  private final Predicate<TaskHandle> isWatched;
  private final Object lock = new Object();
  private final Set<TaskHandle> waiting = new LinkedHashSet<>();
  private boolean writing;
  private @Nullable IOException failure;

  HandleStoreWriter(HandleStore store, Executor executor, Predicate<TaskHandle> isWatched) {
    this.store = store;
    this.executor = executor;
    this.isWatched = isWatched;
  }

  /**
   * Opens handles and then watches their tasks. A closing that was still to be written is off.
   *
   * @throws UncheckedIOException if they could not be kept; none is watched then
   */
  int open(Collection<TaskHandle> handles, IntSupplier watch) {
    synchronized (lock) {
      try {
        store.open(handles);
      } catch (IOException broken) {
        throw new UncheckedIOException(
            "expected to keep " + handles.size() + " handles in the store, found that it cannot",
            broken);
      }
      synchronized (waiting) {
        waiting.removeAll(handles);
      }
      return watch.getAsInt();
    }
  }

  /** Closes a handle soon if it was watched; that is found out while nobody opens it. */
  boolean remove(TaskHandle handle, BooleanSupplier unwatch) {
    synchronized (lock) {
      if (!unwatch.getAsBoolean()) {
        return false;
      }
      put(handle);
    }
    writeSoon();
    return true;
  }

  /** Closes a handle soon. */
  void close(TaskHandle handle) {
    put(handle);
    writeSoon();
  }

  private void put(TaskHandle handle) {
    synchronized (waiting) {
      waiting.add(handle);
    }
  }

  private void writeSoon() {
    synchronized (waiting) {
      if (writing || waiting.isEmpty()) {
        return;
      }
      writing = true;
    }
    executor.execute(this::write);
  }

  /**
   * Writes what is left and waits for what is being written.
   *
   * @throws UncheckedIOException if any handle could not be closed since the beginning
   */
  void finish() {
    write();
    synchronized (waiting) {
      if (failure != null) {
        throw new UncheckedIOException(
            "expected to close handles in the store, found that it cannot; they stay open",
            failure);
      }
    }
  }

  /** One at a time; whoever comes second finds nothing left. What was added anew stays open. */
  private void write() {
    synchronized (lock) {
      for (List<TaskHandle> next = take(); !next.isEmpty(); next = take()) {
        try {
          store.close(next.stream().filter(isWatched.negate()).toList());
        } catch (IOException | RuntimeException | Error broken) {
          keep(broken);
        }
      }
    }
  }

  private List<TaskHandle> take() {
    synchronized (waiting) {
      List<TaskHandle> all = List.copyOf(waiting);
      waiting.clear();
      writing = !all.isEmpty();
      return all;
    }
  }

  private void keep(Throwable broken) {
    synchronized (waiting) {
      failure = broken instanceof IOException known ? known : new IOException(broken);
    }
  }
}
