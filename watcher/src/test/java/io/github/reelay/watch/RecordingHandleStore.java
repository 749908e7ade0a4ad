package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A store that shows how it is used, and fails when told to. */
final class RecordingHandleStore implements HandleStore {
  final List<String> calls = new ArrayList<>();
  private final Set<TaskHandle> open = new LinkedHashSet<>();

  /** What opening throws; null for nothing. */
  Throwable onOpen;

  /** What closing throws; null for nothing. */
  Throwable onClose;

  @Override
  public synchronized Set<TaskHandle> open() {
    return new LinkedHashSet<>(open);
  }

  @Override
  public synchronized void open(Collection<TaskHandle> handles) throws IOException {
    calls.add("open " + handles);
    fail(onOpen);
    open.addAll(handles);
  }

  @Override
  public synchronized void close(Collection<TaskHandle> handles) throws IOException {
    calls.add("close " + handles);
    fail(onClose);
    open.removeAll(handles);
  }

  @Override
  public void close() {
    calls.add("close");
  }

  private static void fail(Throwable failure) throws IOException {
    if (failure instanceof IOException broken) {
      throw broken;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }
}
