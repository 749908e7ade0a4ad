package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/**
 * Remembers the tasks that are still to be waited for. Safe for use by many threads. Opening what
 * is open and closing what is not changes nothing.
 */
public interface HandleStore extends AutoCloseable {

  /**
   * The handles that are open now, in the order in which they were opened; a copy, unchangeable.
   */
  Set<TaskHandle> open();

  /**
   * Opens handles. When it returns, they are kept: a journal has forced them to the disk, all of
   * them at once.
   *
   * @throws IOException if they could not be kept
   */
  void open(Collection<TaskHandle> handles) throws IOException;

  /**
   * Closes handles; see {@link #open(Collection)}.
   *
   * @throws IOException if that could not be kept
   */
  void close(Collection<TaskHandle> handles) throws IOException;

  /** Lets go of files and locks. The handles stay open. */
  @Override
  void close() throws IOException;

  /** One that forgets when the program ends. */
  static HandleStore inMemory() {
    return new MemoryHandleStore();
  }

  /** One that remembers nothing. */
  static HandleStore none() {
    return NoHandleStore.STORE;
  }
}
