package io.github.reelay.internal.poll;

import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Which tasks are due when, and whose time is over. Guarded by its poller. */
public final class PollQueue {
  private final TaskHeap due = new TaskHeap(TaskHeap.Slot.DUE, task -> task.dueAt);
  private final TaskHeap ends;
  private final ToLongFunction<WatchedTask> endsAt;

  /** Starts empty; the function gives the time at which the wait for a task is over. */
  public PollQueue(ToLongFunction<WatchedTask> endsAt) {
    this.endsAt = endsAt;
    this.ends = new TaskHeap(TaskHeap.Slot.END, endsAt);
  }

  /** Puts a task on it whose wait is to end in time; whenever that changes, again. */
  public void endInTime(WatchedTask task) {
    ends.remove(task);
    ends.add(task);
  }

  /** Puts a task on it that is to be queried at that time. */
  public void add(WatchedTask task, long dueAt) {
    due.remove(task);
    task.dueAt = dueAt;
    due.add(task);
  }

  /** When the next task is due; {@link WakeUpTimer#NEVER} if none is. */
  public long nextAt() {
    WatchedTask next = due.first();
    return next == null ? WakeUpTimer.NEVER : next.dueAt;
  }

  /** Takes off the task that is due next; the caller queries it. */
  public WatchedTask takeNext() {
    WatchedTask next = due.first();
    if (next == null) {
      throw new IllegalStateException("expected a task that is due, found none");
    }
    due.remove(next);
    return next;
  }

  /**
   * A nanosecond after the end of the next task, which may still be queried at its end; {@link
   * WakeUpTimer#NEVER} if no task has an end.
   */
  public long nextEndAt() {
    WatchedTask next = ends.first();
    return next == null ? WakeUpTimer.NEVER : endsAt.applyAsLong(next) + 1;
  }

  /**
   * Takes off a task whose time is over, whether it is being queried or not; null if there is none.
   */
  public @Nullable WatchedTask takeEnded(long now) {
    WatchedTask next = ends.first();
    if (next == null || endsAt.applyAsLong(next) >= now) {
      return null;
    }
    ends.remove(next);
    return next;
  }

  /** Takes off a task that is not watched any more. */
  public void drop(WatchedTask task) {
    due.remove(task);
    ends.remove(task);
  }

  /**
   * How many places both heaps use together, for tests: a task that is due and has an end counts
   * twice.
   */
  int size() {
    return due.size() + ends.size();
  }

  /** Takes off everything when the watcher stops; all tasks lose their places. */
  public void clear() {
    due.clear();
    ends.clear();
  }
}
