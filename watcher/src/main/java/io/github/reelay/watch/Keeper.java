package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the store in step with what is watched. Handles are opened before their tasks are watched,
 * and closed off the threads that keep time and many at once: what ends while one write is under
 * way goes into the next. The store's lock comes before those of the lanes.
 */
final class Keeper {
  private final HandleStore store;
  private final Executor executor;
  private final Predicate<TaskHandle> isWatched;
  private final List<TaskHandle> waiting = new ArrayList<>();
  private boolean writing;
  private @Nullable IOException failure;

  Keeper(HandleStore store, Executor executor, Predicate<TaskHandle> isWatched) {
    this.store = store;
    this.executor = executor;
    this.isWatched = isWatched;
  }

  /**
   * Opens handles and then watches their tasks.
   *
   * @throws UncheckedIOException if they could not be kept; none is watched then
   */
  int open(Collection<TaskHandle> handles, IntSupplier watch) {
    synchronized (store) {
      try {
        store.open(handles);
      } catch (IOException broken) {
        throw new UncheckedIOException(
            "expected to keep " + handles.size() + " handles in the store, found that it cannot",
            broken);
      }
      return watch.getAsInt();
    }
  }

  /** Closes a handle soon. */
  void close(TaskHandle handle) {
    synchronized (waiting) {
      waiting.add(handle);
      if (writing) {
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
    synchronized (store) {
      for (List<TaskHandle> next = take(); !next.isEmpty(); next = take()) {
        try {
          store.close(next.stream().filter(isWatched.negate()).toList());
        } catch (IOException broken) {
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

  private void keep(IOException broken) {
    synchronized (waiting) {
      failure = broken;
    }
  }
}
