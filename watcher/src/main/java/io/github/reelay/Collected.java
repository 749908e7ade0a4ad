package io.github.reelay;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@link Reelay#collect} has come to: each task is in exactly one of the maps. They keep the
 * order in which the handles were given; those that only the store file had come last.
 *
 * @param saved the file of each task's video, of its first one if there are several; all are
 *     complete and on the disk
 * @param failed the tasks that have ended without a video, or that their provider does not know;
 *     the store file has forgotten them
 * @param unfinished the tasks that the store file still has; the next call goes on with them
 */
public record Collected(
    Map<TaskHandle, Path> saved,
    Map<TaskHandle, NotCollected> failed,
    Map<TaskHandle, NotCollected> unfinished) {

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if a task is in two of them
   */
  public Collected {
    saved = Collections.unmodifiableMap(new LinkedHashMap<>(saved));
    failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    unfinished = Collections.unmodifiableMap(new LinkedHashMap<>(unfinished));
    checkDisjoint(saved, failed);
    checkDisjoint(saved, unfinished);
    checkDisjoint(failed, unfinished);
  }

  private static void checkDisjoint(Map<TaskHandle, ?> one, Map<TaskHandle, ?> other) {
    for (TaskHandle task : one.keySet()) {
      if (other.containsKey(task)) {
        throw new IllegalArgumentException(
            "expected each task in one of the maps, found " + task + " in two");
      }
    }
  }

  /** Whether the video of each task was saved; true as well if there was no task. */
  public boolean isComplete() {
    return failed.isEmpty() && unfinished.isEmpty();
  }
}
