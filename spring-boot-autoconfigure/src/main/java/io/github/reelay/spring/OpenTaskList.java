package io.github.reelay.spring;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
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
      return switch (result.kind()) {
        case FOUND -> shown(result.taskOrThrow());
        case FAILED -> failed(((QueryResult.Failed) result).failure());
      };
    }

    private OpenTask shown(VideoTask task) {
      String now = task.status().jsonName();
      return new OpenTask(handle, now, task.progressPercent(), null, suspended);
    }

    private OpenTask failed(Failure last) {
      return new OpenTask(handle, status, progressPercent, last.kind().jsonName(), suspended);
    }

    OpenTask suspended(boolean value) {
      return new OpenTask(handle, status, progressPercent, failure, value);
    }
  }

  @Override
  public void on(TaskEvent event) {
    tasks.compute(event.handle(), (handle, task) -> next(task, event));
  }

  /** The task after an event; null if it is not open, or has not been seen. */
  private static @Nullable OpenTask next(@Nullable OpenTask task, TaskEvent event) {
    OpenTask before = task == null ? OpenTask.unseen(event.handle()) : task;
    return switch (event.kind()) {
      case CHANGED -> before.seen(((TaskEvent.Changed) event).result());
      case SUSPENDED -> before.suspended(true);
      case RESUMED -> before.suspended(false);
      case ENDED -> null;
      case DOWNLOAD_STARTED, DOWNLOAD_PROGRESS, DOWNLOAD_ENDED, FOLLOW_UP_FAILED -> task;
    };
  }

  /** The task as it was seen last; unseen if there was no event of it yet. */
  OpenTask get(TaskHandle handle) {
    return tasks.getOrDefault(handle, OpenTask.unseen(handle));
  }

  /** How many have been seen. */
  int count() {
    return tasks.size();
  }

  /** That many of those that have been seen, in no order; all if there are fewer. */
  List<OpenTask> some(int most) {
    return tasks.values().stream().limit(most).toList();
  }
}
