package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the tasks that are still to be waited for, and when they were submitted if that is
 * known. Safe for use by many threads. Adding what is there and removing what is not changes
 * nothing.
 *
 * <p>A store of your own needs four methods: {@link #handles}, {@link #add(Collection)}, {@link
 * #remove} and {@link #close}. The others have defaults, which forget the times of submission.
 */
public interface HandleStore extends AutoCloseable {

  /** The handles that are kept, in the order in which they were added; a copy, unchangeable. */
  Set<TaskHandle> handles();

  /** Whether a handle is kept. By default a search in a copy of all; a large store overrides it. */
  default boolean contains(TaskHandle handle) {
    return handles().contains(handle);
  }

  /** When the task was submitted; null if that is not known, or the handle is not kept. */
  default @Nullable Instant submittedAt(TaskHandle handle) {
    return null;
  }

  /**
   * Adds handles of tasks whose time of submission is not known. When it returns, they are kept: a
   * journal has forced them to the disk, all of them together.
   *
   * @throws IOException if they could not be kept; none of them is kept then
   */
  void add(Collection<TaskHandle> handles) throws IOException;

  /**
   * Adds handles, each with the time when its task was submitted; otherwise like {@link
   * #add(Collection)}. The time of a handle that is kept already does not change.
   *
   * @param submittedAt the time for each handle
   * @throws IOException if they could not be kept; none of them is kept then
   */
  default void add(Map<TaskHandle, Instant> submittedAt) throws IOException {
    add(submittedAt.keySet());
  }

  /**
   * Removes handles; when it returns, that is kept as well.
   *
   * @throws IOException if that could not be kept; all of them stay
   */
  void remove(Collection<TaskHandle> handles) throws IOException;

  /**
   * The files of the documents that describe providers without code of their own, by the name of
   * the provider; none unless the store keeps them.
   */
  default Map<String, String> dialectFiles() {
    return Map.of();
  }

  /**
   * The handles that nobody can query: a document describes their provider, which is not among
   * those given.
   *
   * @param providers the names of the providers that can be queried
   * @return each with the file of its document, in the order of {@link #handles}; empty if there is
   *     none
   */
  default Map<TaskHandle, String> withoutDialect(Set<String> providers) {
    Map<String, String> documents = new HashMap<>(dialectFiles());
    documents.keySet().removeAll(providers);
    Map<TaskHandle, String> found = new LinkedHashMap<>();
    if (!documents.isEmpty()) {
      for (TaskHandle handle : handles()) {
        String document = documents.get(handle.provider());
        if (document != null) {
          found.put(handle, document);
        }
      }
    }
    return found;
  }

  /**
   * Remembers which document describes a provider, for as long as handles of that provider are
   * kept. Who opens the store again learns from it what the name of the provider means.
   *
   * @param file the document's file, printable
   * @throws IOException if that could not be kept
   */
  default void nameDialectFile(String provider, String file) throws IOException {}

  /** Closes files and releases locks. The handles stay. Closing again does nothing. */
  @Override
  void close() throws IOException;

  /** A store that forgets its handles when the program ends; with it, a watcher suspends waits. */
  static HandleStore inMemory() {
    return new MemoryHandleStore();
  }

  /** A store that keeps nothing; with it, a watcher ends a wait where it would suspend it. */
  static HandleStore none() {
    return NoHandleStore.STORE;
  }
}
