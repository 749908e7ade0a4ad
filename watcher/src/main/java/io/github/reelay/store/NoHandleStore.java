package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.Set;

/** Remembers nothing. */
enum NoHandleStore implements HandleStore {
  STORE;

  @Override
  public Set<TaskHandle> open() {
    return Set.of();
  }

  @Override
  public void open(Collection<TaskHandle> handles) {
    // Nothing is kept.
  }

  @Override
  public void close(Collection<TaskHandle> handles) {
    // Nothing was kept.
  }

  @Override
  public void close() {
    // There is nothing to let go of.
  }
}
