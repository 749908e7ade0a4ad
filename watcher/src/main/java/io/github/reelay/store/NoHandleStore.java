package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.Set;

/** Remembers nothing. Recognised by identity: with it, a watcher suspends no wait. */
enum NoHandleStore implements HandleStore {
  STORE;

  @Override
  public Set<TaskHandle> handles() {
    return Set.of();
  }

  @Override
  public void add(Collection<TaskHandle> handles) {
    // Nothing is kept.
  }

  @Override
  public void remove(Collection<TaskHandle> handles) {
    // Nothing was kept.
  }

  @Override
  public void close() {
    // There is nothing to release.
  }
}
