package io.github.reelay.cli;

import io.github.reelay.task.TaskHandle;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The waits that the watcher has suspended: until they go on, or the time for all of them is over.
 */
final class SuspendedWaits {
  private final Map<TaskHandle, CompletableFuture<Boolean>> waits = new ConcurrentHashMap<>();
  private final CompletableFuture<Boolean> over = new CompletableFuture<>();

  /** Done when a suspended wait goes on, with true, or when it does not, with false. */
  CompletableFuture<Boolean> goesOn(TaskHandle task) {
    CompletableFuture<Boolean> wait = wait(task);
    return wait.applyToEither(over, Boolean::booleanValue)
        .whenComplete((goesOn, failed) -> waits.remove(task, wait));
  }

  /** The wait goes on. */
  void resumed(TaskHandle task) {
    wait(task).complete(true);
  }

  /** The wait has ended. */
  void ended(TaskHandle task) {
    CompletableFuture<Boolean> wait = waits.get(task);
    if (wait != null) {
      wait.complete(false);
    }
  }

  /** No wait goes on from now. */
  void end() {
    over.complete(false);
  }

  private CompletableFuture<Boolean> wait(TaskHandle task) {
    return waits.computeIfAbsent(task, fresh -> new CompletableFuture<>());
  }
}
