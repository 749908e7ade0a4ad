package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;

/** A store in memory that shows each handle that leaves it. */
record CheckedHandleStore(HandleStore store, Consumer<TaskHandle> closed) implements HandleStore {

  @Override
  public Set<TaskHandle> open() {
    return store.open();
  }

  @Override
  public void open(Collection<TaskHandle> handles) throws IOException {
    store.open(handles);
  }

  @Override
  public void close(Collection<TaskHandle> handles) throws IOException {
    handles.forEach(closed);
    store.close(handles);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
