package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps handles for as long as the program runs. */
final class MemoryHandleStore implements HandleStore {
  private final CompactHandleSet kept = new CompactHandleSet();

  @Override
  public synchronized Set<TaskHandle> handles() {
    return Collections.unmodifiableSet(kept.copy());
  }

  @Override
  public synchronized boolean contains(TaskHandle handle) {
    return kept.contains(handle);
  }

  @Override
  public synchronized @Nullable Instant submittedAt(TaskHandle handle) {
    return kept.submittedAt(handle);
  }

  @Override
  public synchronized void add(Collection<TaskHandle> handles) {
    kept.addAll(handles);
  }

  @Override
  public synchronized void add(Map<TaskHandle, Instant> submittedAt) {
    submittedAt.forEach(kept::add);
  }

  @Override
  public synchronized void remove(Collection<TaskHandle> handles) {
    handles.forEach(kept::remove);
  }

  @Override
  public void close() {
    // There is nothing to release: the handles stay, as with every store.
  }

  @Override
  public synchronized String toString() {
    return "handles in memory, " + kept.size() + " open";
  }
}
