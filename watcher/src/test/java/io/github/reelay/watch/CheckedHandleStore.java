package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A store in memory that shows each handle that leaves it. */
record CheckedHandleStore(HandleStore store, Consumer<TaskHandle> closed) implements HandleStore {

  @Override
  public Set<TaskHandle> handles() {
    return store.handles();
  }

  @Override
  public void add(Collection<TaskHandle> handles) throws IOException {
    store.add(handles);
  }

  @Override
  public void add(Map<TaskHandle, Instant> submittedAt) throws IOException {
    store.add(submittedAt);
  }

  @Override
  public void remove(Collection<TaskHandle> handles) throws IOException {
    handles.forEach(closed);
    store.remove(handles);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
