package io.github.reelay.internal.poll;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of tasks from which any task can be removed, since each knows its slot. A {@link
 * java.util.PriorityQueue} would search for it, or keep it until its turn. Guarded by its poller.
 */
final class TaskHeap {
  private static final int LEAST = 16;

  private final ToLongFunction<WatchedTask> order;
  private final Slot slot;
  private WatchedTask[] heap = new WatchedTask[LEAST];
  private int size;

  /** Which of its slots a task has here. A task is in one heap at a time by the same. */
  public enum Slot {
    /** When it is queried. */
    DUE,
    /** When it is not waited for any more. */
    END
  }

  /** An empty one, ordered by that time, the least first. */
  public TaskHeap(Slot slot, ToLongFunction<WatchedTask> order) {
    this.slot = slot;
    this.order = order;
  }

  public int size() {
    return size;
  }

  /** The first; stays in it. Null if there is none. */
  public @Nullable WatchedTask first() {
    return size == 0 ? null : heap[0];
  }

  /** Adds a task that is not in it. */
  public void add(WatchedTask task) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size + (size >> 1));
    }
    siftUp(size++, task);
  }

  /** Removes a task. Returns whether it was here. */
  public boolean remove(WatchedTask task) {
    int at = slot(task);
    if (at < 0 || at >= size || heap[at] != task) {
      return false;
    }
    WatchedTask last = heap[--size];
    heap[size] = null;
    put(task, -1);
    if (last != task) {
      siftDown(at, last);
      if (heap[at] == last) {
        siftUp(at, last);
      }
    }
    return true;
  }

  /** Removes every task. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      put(heap[i], -1);
    }
    heap = new WatchedTask[LEAST];
    size = 0;
  }

  private void siftUp(int from, WatchedTask task) {
    long time = order.applyAsLong(task);
    int at = from;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (order.applyAsLong(heap[parent]) <= time) {
        break;
      }
      place(at, heap[parent]);
      at = parent;
    }
    place(at, task);
  }

  private void siftDown(int from, WatchedTask task) {
    long time = order.applyAsLong(task);
    int at = from;
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      int right = child + 1;
      if (right < size && order.applyAsLong(heap[right]) < order.applyAsLong(heap[child])) {
        child = right;
      }
      if (time <= order.applyAsLong(heap[child])) {
        break;
      }
      place(at, heap[child]);
      at = child;
    }
    place(at, task);
  }

  private void place(int at, WatchedTask task) {
    heap[at] = task;
    put(task, at);
  }

  private int slot(WatchedTask task) {
    return slot == Slot.DUE ? task.dueSlot : task.endSlot;
  }

  private void put(WatchedTask task, int at) {
    if (slot == Slot.DUE) {
      task.dueSlot = at;
    } else {
      task.endSlot = at;
    }
  }
}
