package io.github.reelay;

import io.github.reelay.download.VideoFileName;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a run.
 *
 * @param open those that are to be waited for; what is given comes before what is kept
 * @param saved the videos that earlier runs have saved of the others
 */
record RunTasks(Set<TaskHandle> open, Map<TaskHandle, Path> saved) {

  /**
   * Looks for videos that are there.
   *
   * @param kept the handles in the store file
   * @throws UncheckedIOException if a video cannot be read
   * @throws IllegalArgumentException if there are several tasks and one file
   */
  static RunTasks of(Set<TaskHandle> given, Set<TaskHandle> kept, CollectOptions options) {
    Set<TaskHandle> open = new LinkedHashSet<>();
    Map<TaskHandle, Path> saved = new LinkedHashMap<>();
    for (TaskHandle handle : given) {
      Path video = kept.contains(handle) ? null : find(handle, options);
      if (video == null) {
        open.add(handle);
      } else {
        saved.put(handle, video);
      }
    }
    open.addAll(kept);
    if (options.file() != null && open.size() > 1) {
      throw new IllegalArgumentException(
          "expected one task for the file " + options.file() + ", found " + open.size());
    }
    return new RunTasks(open, saved);
  }

  /**
   * The kept handles without the others; the same set if there are no others, since it may be
   * large.
   */
  static Set<TaskHandle> without(Set<TaskHandle> others, Set<TaskHandle> kept) {
    if (others.isEmpty()) {
      return kept;
    }
    Set<TaskHandle> rest = new LinkedHashSet<>(kept);
    rest.removeAll(others);
    return rest;
  }

  private static @Nullable Path find(TaskHandle handle, CollectOptions options) {
    Path directory = options.directory();
    try {
      return directory == null || !options.skipsSaved()
          ? null
          : VideoFileName.find(directory, handle);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable.getMessage(), unreadable);
    }
  }
}
