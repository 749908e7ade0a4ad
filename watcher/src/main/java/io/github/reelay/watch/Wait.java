package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody who waits for a task.
 *
 * @param handle the task
 * @param future takes the outcome
 * @param options what was asked for
 */
record Wait(TaskHandle handle, CompletableFuture<Outcome> future, WatchOptions options) {

  /** A wait that has not begun. */
  static Wait of(TaskHandle handle, WatchOptions options) {
    return new Wait(handle, new CompletableFuture<>(), options);
  }
}
