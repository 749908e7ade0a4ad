package io.github.reelay.internal.store;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A handle store whose writes are reported.
 *
 * @param store does the work
 * @param nanoTime measures the writes
 * @param report hears of each
 */
public record ObservedHandleStore(HandleStore store, LongSupplier nanoTime, Report report)
    implements HandleStore {

  /** Hears that the store was written. */
  public interface Report {
    /**
     * Called after each write, on the thread that wrote, unless there was no handle to write.
     *
     * @param took how long the write took, also if it failed
     * @param failure null if it was written
     */
    void written(int handles, Duration took, @Nullable IOException failure);
  }

  private interface Write {
    void run() throws IOException;
  }

  private void measure(int handles, Write write) throws IOException {
    long begin = nanoTime.getAsLong();
    IOException failure = null;
    try {
      write.run();
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    } finally {
      if (handles > 0) {
        report.written(handles, Duration.ofNanos(nanoTime.getAsLong() - begin), failure);
      }
    }
  }

  @Override
  public Set<TaskHandle> handles() {
    return store.handles();
  }

  @Override
  public boolean contains(TaskHandle handle) {
    return store.contains(handle);
  }

  @Override
  public @Nullable Instant submittedAt(TaskHandle handle) {
    return store.submittedAt(handle);
  }

  @Override
  public void add(Collection<TaskHandle> handles) throws IOException {
    measure(handles.size(), () -> store.add(handles));
  }

  @Override
  public void add(Map<TaskHandle, Instant> submittedAt) throws IOException {
    measure(submittedAt.size(), () -> store.add(submittedAt));
  }

  @Override
  public void remove(Collection<TaskHandle> handles) throws IOException {
    measure(handles.size(), () -> store.remove(handles));
  }

  @Override
  public Map<String, String> dialectFiles() {
    return store.dialectFiles();
  }

  @Override
  public Map<TaskHandle, String> withoutDialect(Set<String> providers) {
    return store.withoutDialect(providers);
  }

  @Override
  public void nameDialectFile(String provider, String file) throws IOException {
    store.nameDialectFile(provider, file);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
