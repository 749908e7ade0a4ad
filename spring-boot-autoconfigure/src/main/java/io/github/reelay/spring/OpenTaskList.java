package io.github.reelay.spring;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How each open task was seen last. */
final class OpenTaskList implements TaskListener {
  private final Map<TaskHandle, OpenTask> tasks = new ConcurrentHashMap<>();

  /**
   * An open task.
   *
   * @param handle its text
   * @param status as it was seen last; null if its provider has not shown it
   * @param progressPercent from 0 to 100; null if it is not known
   * @param failure the kind of the last query's failure; null if the task was shown
   * @param suspended whether its wait is suspended
   */
  record OpenTask(
      String handle,
      @Nullable String status,
      @Nullable Integer progressPercent,
      @Nullable String failure,
      boolean suspended) {

    static OpenTask unseen(TaskHandle handle) {
      return new OpenTask(handle.toString(), null, null, null, false);
    }

    OpenTask seen(QueryResult result) {
      if (result instanceof QueryResult.Failed failed) {
        String kind = failed.failure().kind().jsonName();
        return new OpenTask(handle, status, progressPercent, kind, suspended);
      }
      VideoTask task = result.taskOrThrow();
      String now = task.status().jsonName();
      return new OpenTask(handle, now, task.progressPercent(), null, suspended);
    }

    OpenTask suspended(boolean value) {
      return new OpenTask(handle, status, progressPercent, failure, value);
    }
  }

  @Override
  public void on(TaskEvent event) {
    switch (event.kind()) {
      case CHANGED, SUSPENDED, RESUMED ->
          tasks.compute(
              event.handle(),
              (handle, task) -> next(task == null ? OpenTask.unseen(handle) : task, event));
      case ENDED -> tasks.remove(event.handle());
      default -> {}
    }
  }

  private static OpenTask next(OpenTask task, TaskEvent event) {
    return event instanceof TaskEvent.Changed changed
        ? task.seen(changed.result())
        : task.suspended(event.kind() == TaskEvent.Kind.SUSPENDED);
  }

  /** The task as it was seen last. */
  OpenTask get(TaskHandle handle) {
    return tasks.getOrDefault(handle, OpenTask.unseen(handle));
  }

  /** How many have been seen. */
  int count() {
    return tasks.size();
  }

  /** Some of those that have been seen. */
  List<OpenTask> some(int most) {
    return tasks.values().stream().limit(most).toList();
  }
}
