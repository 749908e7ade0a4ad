package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store that shows how it is used, and fails when the test says so. */
final class RecordingHandleStore implements HandleStore {
  final List<String> calls = new ArrayList<>();
  private final Map<TaskHandle, Instant> submissions = new HashMap<>();
  private final Set<TaskHandle> open = new LinkedHashSet<>();

  /** What adding throws; null for nothing. */
  Throwable onAdd;

  /** What removing throws; null for nothing. */
  Throwable onRemove;

  @Override
  public synchronized Set<TaskHandle> handles() {
    return new LinkedHashSet<>(open);
  }

  @Override
  public synchronized void add(Collection<TaskHandle> handles) throws IOException {
    calls.add("add " + handles);
    fail(onAdd);
    open.addAll(handles);
  }

  @Override
  public synchronized void add(Map<TaskHandle, Instant> submitted) throws IOException {
    add(submitted.keySet());
    submitted.forEach(submissions::putIfAbsent);
  }

  @Override
  public synchronized Instant submittedAt(TaskHandle handle) {
    return submissions.get(handle);
  }

  @Override
  public synchronized void remove(Collection<TaskHandle> handles) throws IOException {
    calls.add("remove " + handles);
    fail(onRemove);
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
