package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Handles in the order in which they were added, in a quarter of the memory that a {@link
 * java.util.LinkedHashSet} takes for the same: there may be a million. Not safe for use by many
 * threads.
 */
final class CompactHandleSet extends AbstractSet<TaskHandle> {
  private static final int LEAST = 16;
  private static final int GOLDEN = 0x9e3779b9;

  /** In order; null where one was removed. */
  private @Nullable TaskHandle[] handles;

  /** By hash: one more than the place of a handle, present or removed, in the order; 0 if free. */
  private int[] places;

  /** How much of the order is in use, the removed ones counted. */
  private int used;

  private int size;

  CompactHandleSet() {
    this(LEAST);
  }

  private CompactHandleSet(int capacity) {
    handles = new @Nullable TaskHandle[capacity];
    places = new int[2 * capacity];
  }

  /** The same handles in the same order. */
  CompactHandleSet copy() {
    CompactHandleSet copy = new CompactHandleSet(LEAST);
    copy.handles = handles.clone();
    copy.places = places.clone();
    copy.used = used;
    copy.size = size;
    return copy;
  }

  /** How many have room, the removed ones counted. */
  int capacity() {
    return handles.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean contains(@Nullable Object handle) {
    return handle instanceof TaskHandle && find((TaskHandle) handle) >= 0;
  }

  @Override
  public boolean add(TaskHandle handle) {
    if (find(handle) >= 0) {
      return false;
    }
    if (used == handles.length) {
      rebuild();
    }
    put(handle);
    return true;
  }

  @Override
  public boolean remove(@Nullable Object handle) {
    int place = handle instanceof TaskHandle ? find((TaskHandle) handle) : -1;
    if (place < 0) {
      return false;
    }
    handles[place] = null;
    size--;
    return true;
  }

  /** In order. The set must not be changed meanwhile. */
  @Override
  public Iterator<TaskHandle> iterator() {
    return Arrays.stream(handles, 0, used).filter(Objects::nonNull).iterator();
  }

  /** The place of a handle in the order; negative if it is not there. */
  private int find(TaskHandle handle) {
    for (int slot = slot(handle); places[slot] != 0; slot = next(slot)) {
      if (handle.equals(handles[places[slot] - 1])) {
        return places[slot] - 1;
      }
    }
    return -1;
  }

  private void put(TaskHandle handle) {
    int slot = slot(handle);
    while (places[slot] != 0) {
      slot = next(slot);
    }
    handles[used++] = handle;
    places[slot] = used;
    size++;
  }

  /** Leaves out the removed ones, with room for some more; never so little as to be back soon. */
  private void rebuild() {
    int capacity = LEAST;
    while (size >= capacity - capacity / 32) {
      capacity *= 2;
    }
    CompactHandleSet fresh = new CompactHandleSet(capacity);
    forEach(fresh::put);
    handles = fresh.handles;
    places = fresh.places;
    used = fresh.used;
  }

  private int slot(TaskHandle handle) {
    return (handle.hashCode() * GOLDEN) >>> Integer.numberOfLeadingZeros(places.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (places.length - 1);
  }
}
