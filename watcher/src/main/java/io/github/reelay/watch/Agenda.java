package io.github.reelay.watch;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are due when, and whose time is over. What is not watched any more stays on it for a
 * while, and is skipped. Guarded by its {@link Lane}.
 */
final class Agenda {
  /** So few that are gone are not worth a search. */
  private static final int SPARED = 1000;

  private final PriorityQueue<Watched> due =
      new PriorityQueue<>(Comparator.comparingLong((Watched task) -> task.dueAt));
  private final PriorityQueue<Watched> oldest =
      new PriorityQueue<>(Comparator.comparingLong((Watched task) -> task.startedAt));

  /** How many were dropped since they were searched for. */
  private int gone;

  /** Puts a task on it that is to be given up at the end of its patience. */
  void begin(Watched task) {
    oldest.add(task);
  }

  /** Puts a task on it that is to be asked for at that time. */
  void add(Watched task, long dueAt) {
    task.dueAt = dueAt;
    task.phase = Watched.Phase.WAITING;
    due.add(task);
  }

  /** The task that is due next; stays on it. */
  @Nullable Watched next() {
    return first(due);
  }

  /** Takes off what {@link #next} gave: it is being asked for. */
  void takeNext() {
    due.remove().phase = Watched.Phase.IN_FLIGHT;
  }

  /** The task that waits longest, asked for just now or not; stays on it. */
  @Nullable Watched oldest() {
    return first(oldest);
  }

  /** Takes off what {@link #oldest} gave. */
  void takeOldest() {
    oldest.remove();
  }

  /**
   * A task is not watched any more.
   *
   * @param left how many still are
   */
  void drop(Watched task, int left) {
    task.phase = Watched.Phase.GONE;
    gone++;
    if (gone > SPARED + left) {
      due.removeIf(each -> each.phase == Watched.Phase.GONE);
      oldest.removeIf(each -> each.phase == Watched.Phase.GONE);
      gone = 0;
    }
  }

  /** How many places are taken, those of tasks that are gone counted. */
  int size() {
    return due.size() + oldest.size();
  }

  /** Takes off everything. */
  void clear() {
    due.clear();
    oldest.clear();
  }

  private static @Nullable Watched first(Queue<Watched> queue) {
    Watched head = queue.peek();
    while (head != null && head.phase == Watched.Phase.GONE) {
      queue.remove();
      head = queue.peek();
    }
    return head;
  }
}
