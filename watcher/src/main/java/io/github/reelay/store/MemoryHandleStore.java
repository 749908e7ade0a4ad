package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** Keeps handles for as long as the program runs. */
final class MemoryHandleStore implements HandleStore {
  private final CompactHandleSet open = new CompactHandleSet();

  @Override
  public synchronized Set<TaskHandle> open() {
    return Collections.unmodifiableSet(open.copy());
  }

  @Override
  public synchronized void open(Collection<TaskHandle> handles) {
    open.addAll(handles);
  }

  @Override
  public synchronized void close(Collection<TaskHandle> handles) {
    handles.forEach(open::remove);
  }

  @Override
  public void close() {
    // There is nothing to let go of: the handles stay open, as with every store.
  }

  @Override
  public synchronized String toString() {
    return "handles in memory, " + open.size() + " open";
  }
}
