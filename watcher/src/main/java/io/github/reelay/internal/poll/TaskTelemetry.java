package io.github.reelay.internal.poll;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener.WaitResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Telemetry of the tasks of one provider. Guarded by its poller. */
public final class TaskTelemetry {
  private static final TaskStatus[] ALL = TaskStatus.values();

  private final String provider;
  private final @Nullable TelemetryQueue queue;

  /**
   * No task is open yet.
   *
   * @param queue takes what happens; null if nobody listens
   */
  public TaskTelemetry(String provider, @Nullable TelemetryQueue queue) {
    this.provider = provider;
    this.queue = queue;
  }

  /** A task is watched from now on. */
  void opened() {
    if (queue != null) {
      queue.put(listener -> listener.taskOpened(provider));
    }
  }

  /** Reports a change of status; nothing if the provider shows the same status as before. */
  public void showed(WatchedTask task, TaskStatus now) {
    TaskStatus before = status(task);
    if (queue != null && before != now) {
      task.status = (byte) (now.ordinal() + 1);
      queue.put(listener -> listener.taskChanged(provider, before, now));
    }
  }

  /**
   * A task is to be queried.
   *
   * @param time says what time of day that is
   * @param delay until then, in nanoseconds
   * @param limit until it is given up, in nanoseconds
   */
  public void planned(WatchedTask task, MonotonicTime time, long delay, long limit) {
    if (queue != null) {
      TaskHandle handle = new TaskHandle(provider, task.id);
      Instant next = time.in(Duration.ofNanos(delay));
      Instant end = time.in(Duration.ofNanos(Math.max(0, limit)));
      queue.put(listener -> listener.queryPlanned(handle, next, end));
    }
  }

  /**
   * A task is no longer watched.
   *
   * @param now in nanoseconds
   */
  public void closed(WatchedTask task, WaitResult result, long now) {
    if (queue != null) {
      TaskStatus last = status(task);
      Duration age = Duration.ofNanos(task.age(now));
      queue.put(listener -> listener.taskClosed(provider, last, result, age));
    }
  }

  private static @Nullable TaskStatus status(WatchedTask task) {
    return task.status == 0 ? null : ALL[task.status - 1];
  }
}
