package io.github.reelay.cluster.internal.replica;

import io.github.reelay.internal.store.UnreportedHandleStore;
import io.github.reelay.task.TaskHandle;
import java.util.Collection;
import java.util.Set;

/**
 * The store of the watcher: the database has the handles before the watcher, and the writer stores
 * the ends. That there is a store lets the watcher suspend waits and take them up again.
 */
final class HandlesInDatabase implements UnreportedHandleStore {
  @Override
  public Set<TaskHandle> handles() {
    return Set.of();
  }

  @Override
  public void add(Collection<TaskHandle> handles) {}

  @Override
  public void remove(Collection<TaskHandle> handles) {}

  @Override
  public void close() {}
}
