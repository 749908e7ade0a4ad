package io.github.reelay.watch;

import io.github.reelay.internal.store.StoreFailure;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Waits.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the handle store and what is watched in step. Two orders hold: a handle is in the store
 * before its task is watched, and its task is no longer watched when it leaves the store. Removals
 * are written on the executor, many together: what ends while one write is under way goes into the
 * next.
 *
 * <p>Its lock comes before those of the pollers. Of the user's code only the store runs under it.
 */
final class HandleStoreWriter {
  private final HandleStore store;
  private final ProviderPollers pollers;
  private final RecentEnds recentEnds;
  private final Executor executor;
  private final Object lock = new Object();

  /** What is to be removed from the store; guarded by itself. */
  private final Set<TaskHandle> leaving = new LinkedHashSet<>();

  private boolean writing;
  private @Nullable IOException failure;

  HandleStoreWriter(
      HandleStore store, ProviderPollers pollers, RecentEnds recentEnds, Executor executor) {
    this.store = store;
    this.pollers = pollers;
    this.recentEnds = recentEnds;
    this.executor = executor;
  }

  /**
   * Adds handles to the store, and then watches their tasks. A removal of them that is not written
   * yet is cancelled.
   *
   * @param submission gives the time when a task was submitted; null if that is not known
   * @return how many were not watched
   * @throws UncheckedIOException if the store could not keep them; none is watched then
   */
  int add(Collection<TaskHandle> handles, Function<TaskHandle, @Nullable Instant> submission) {
    synchronized (lock) {
      keep(handles, submission);
      return watch(handles, submission);
    }
  }

  /**
   * Watches and returns what is in the store, without the handles that {@link #queryable} leaves
   * out.
   */
  Set<TaskHandle> resume() {
    synchronized (lock) {
      Set<TaskHandle> kept = queryable(staying(store.handles()));
      kept.forEach(pollers::of); // if one of them cannot be watched none is
      nameDocuments(kept);
      watch(kept, store::submittedAt);
      return kept;
    }
  }

  /**
   * Without those that are to be removed; the same set if there are none, since it may be large.
   */
  private Set<TaskHandle> staying(Set<TaskHandle> kept) {
    synchronized (leaving) {
      if (leaving.isEmpty()) {
        return kept;
      }
      Set<TaskHandle> staying = new LinkedHashSet<>(kept);
      staying.removeAll(leaving);
      return staying;
    }
  }

  /** Without the handles whose provider a document describes and this watcher does not have. */
  private Set<TaskHandle> queryable(Set<TaskHandle> kept) {
    Map<TaskHandle, String> others = store.withoutDialect(pollers.names());
    if (others.isEmpty()) {
      return kept;
    }
    Set<TaskHandle> known = new LinkedHashSet<>(kept);
    known.removeAll(others.keySet());
    return known;
  }

  private int watch(
      Collection<TaskHandle> handles, Function<TaskHandle, @Nullable Instant> submission) {
    int count = 0;
    for (TaskHandle handle : handles) {
      recentEnds.forget(handle);
      count += pollers.of(handle).add(handle.id(), submission.apply(handle)) ? 1 : 0;
    }
    return count;
  }

  /**
   * Lets waits begin: those for a watched task join it, those for one that has ended get its end,
   * and for the others the handle is added to the store and then the task is watched.
   *
   * @return the ends of those tasks that have ended
   * @throws UncheckedIOException if the store could not keep the handles; no wait begins then
   */
  Map<Wait, Outcome> watch(List<Wait> waits) {
    Map<Wait, Outcome> ended = new LinkedHashMap<>();
    Map<TaskHandle, @Nullable Instant> fresh = new LinkedHashMap<>();
    List<Wait> beginning = new ArrayList<>();
    List<Wait> joined = new ArrayList<>();
    synchronized (lock) {
      for (Wait wait : waits) {
        Outcome end;
        if (pollers.of(wait.handle()).join(wait)) {
          joined.add(wait);
        } else if ((end = recentEnds.find(wait.handle())) != null) {
          ended.put(wait, end);
        } else {
          beginning.add(wait);
          fresh.putIfAbsent(wait.handle(), wait.options().submittedAt());
        }
      }
      try {
        keep(fresh.keySet(), fresh::get);
      } catch (RuntimeException | Error broken) {
        joined.forEach(wait -> pollers.of(wait.handle()).leave(wait));
        throw broken;
      }
      beginning.forEach(wait -> pollers.of(wait.handle()).begin(wait));
    }
    return ended;
  }

  private void keep(
      Collection<TaskHandle> handles, Function<TaskHandle, @Nullable Instant> submission) {
    if (handles.isEmpty()) {
      return;
    }
    Map<TaskHandle, Instant> dated = new LinkedHashMap<>();
    List<TaskHandle> others = new ArrayList<>();
    for (TaskHandle handle : handles) {
      Instant at = submission.apply(handle);
      if (at == null) {
        others.add(handle);
      } else {
        dated.put(handle, at);
      }
    }
    try {
      if (!others.isEmpty()) {
        store.add(others);
      }
      if (!dated.isEmpty()) {
        store.add(dated);
      }
      nameDocuments(handles);
    } catch (IOException broken) {
      throw StoreFailure.keeping(store, handles.size(), broken);
    }
    synchronized (leaving) {
      if (!leaving.isEmpty()) {
        handles.forEach(leaving::remove); // removeAll would search a long list for each
      }
    }
  }

  /** So that a program that opens the store again learns what the name of such a provider means. */
  private void nameDocuments(Collection<TaskHandle> handles) {
    try {
      for (Map.Entry<String, String> document : pollers.documentsOf(handles).entrySet()) {
        store.nameDialectFile(document.getKey(), document.getValue());
      }
    } catch (IOException broken) {
      throw StoreFailure.keepingDocument(store, broken);
    }
  }

  /** A wait is over, whichever way it ended. A task that no other wait needs is removed with it. */
  void leave(Wait wait) {
    ProviderPoller poller = pollers.of(wait.handle());
    boolean isOver;
    if (wait.options().removedWhenGivenUp()) {
      synchronized (lock) {
        isOver = poller.leave(wait);
        if (isOver) {
          removeSoon(wait.handle());
        }
      }
      writeSoon();
    } else {
      isOver = poller.leave(wait);
    }
    if (isOver || wait.options().limit() != null) {
      poller.run();
    }
  }

  /** Stops watching a task, and then removes its handle soon. Returns whether it was either. */
  boolean remove(TaskHandle handle) {
    synchronized (lock) {
      boolean wasKept = store.contains(handle) && !isLeaving(handle);
      ProviderPoller poller = wasKept ? pollers.find(handle) : pollers.of(handle);
      boolean wasWatched = poller != null && poller.remove(handle.id(), false);
      recentEnds.forget(handle);
      if (!wasKept && !wasWatched) {
        return false;
      }
      removeSoon(handle);
    }
    writeSoon();
    return true;
  }

  private boolean isLeaving(TaskHandle handle) {
    synchronized (leaving) {
      return leaving.contains(handle);
    }
  }

  /** Removes the handle of a task that has ended, unless it is watched again by then. */
  void removeEnded(TaskHandle handle) {
    removeSoon(handle);
    writeSoon();
  }

  private void removeSoon(TaskHandle handle) {
    synchronized (leaving) {
      leaving.add(handle);
    }
  }

  private void writeSoon() {
    synchronized (leaving) {
      if (writing || leaving.isEmpty()) {
        return;
      }
      writing = true;
    }
    executor.execute(this::write);
  }

  /**
   * Writes what is left and waits for what is being written.
   *
   * @throws UncheckedIOException if any handle could not be removed since the beginning
   */
  void finish() {
    write();
    synchronized (leaving) {
      if (failure != null) {
        throw StoreFailure.removing(store, failure);
      }
    }
  }

  /** One write at a time; the next finds nothing left. What is watched again stays in the store. */
  private void write() {
    synchronized (lock) {
      for (List<TaskHandle> next = take(); !next.isEmpty(); next = take()) {
        try {
          store.remove(next.stream().filter(handle -> !pollers.isWatched(handle)).toList());
        } catch (IOException | RuntimeException | Error broken) {
          keepFailure(broken);
        }
      }
    }
  }

  private List<TaskHandle> take() {
    synchronized (leaving) {
      List<TaskHandle> all = List.copyOf(leaving);
      leaving.clear();
      writing = !all.isEmpty();
      return all;
    }
  }

  private void keepFailure(Throwable broken) {
    synchronized (leaving) {
      failure = broken instanceof IOException known ? known : new IOException(broken);
    }
  }
}
