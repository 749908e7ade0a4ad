package io.github.reelay;

import io.github.reelay.watch.TaskEvent;

/**
 * Follows the tasks of a {@link CollectRun}. All that happened to a task is reported before its
 * end, and its end before the store file forgets it. Called by the threads of waits and downloads,
 * several at a time: it must be safe for use by many threads.
 */
public interface CollectListener {

  /**
   * What happened to a task: the events of its wait and those of its downloads. A slow listener
   * gets the newest change only. Does nothing by default. An exception that it throws is logged.
   */
  default void on(TaskEvent event) {}

  /**
   * A task has ended, and with it its downloads. A task whose wait was suspended ends again if its
   * provider shows it before the run is over. An exception that it throws is the end of the run's
   * future, when the others have ended; the handle stays in the store file.
   *
   * @param result how, also if a video could not be saved
   * @return whether the result was taken, true by default; if not, the store file keeps the handle.
   *     A program that is killed in between reports the task once more when it goes on
   */
  default boolean ended(TaskResult result) {
    return true;
  }
}
