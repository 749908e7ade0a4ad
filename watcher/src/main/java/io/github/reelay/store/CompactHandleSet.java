package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Handles in the order in which they were added, each perhaps with the time when its task was
 * submitted, in a quarter of the memory that a {@link java.util.LinkedHashSet} takes for the same:
 * there may be a million. Not safe for use by many threads.
 */
final class CompactHandleSet extends AbstractSet<TaskHandle> {
  private static final int LEAST = 16;
  private static final int GOLDEN = 0x9e3779b9;

  /** In order; null where one was removed. */
  private @Nullable TaskHandle[] handles;

  /** The times of submission in the same order; null where that is not known, or nothing is. */
  private @Nullable Instant[] submissions;

  /** By hash: one more than the place of a handle, present or removed, in the order; 0 if free. */
  private int[] places;

  /** How much of the order is in use, the removed ones counted. */
  private int used;

  private int size;

  /** The documents that describe providers without code of their own, by the provider's name. */
  private Map<String, String> dialectFiles = Map.of();

  CompactHandleSet() {
    this(LEAST);
  }

  private CompactHandleSet(int capacity) {
    handles = new @Nullable TaskHandle[capacity];
    submissions = new @Nullable Instant[capacity];
    places = new int[2 * capacity];
  }

  /** The same handles in the same order. */
  CompactHandleSet copy() {
    CompactHandleSet copy = new CompactHandleSet(LEAST);
    copy.handles = handles.clone();
    copy.submissions = submissions.clone();
    copy.places = places.clone();
    copy.used = used;
    copy.size = size;
    copy.dialectFiles = dialectFiles;
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
    return add(handle, null);
  }

  /** Adds a handle with its time of submission; null if that is not known. */
  boolean add(TaskHandle handle, @Nullable Instant submittedAt) {
    if (find(handle) >= 0) {
      return false;
    }
    if (used == handles.length) {
      rebuild();
    }
    put(handle, submittedAt);
    return true;
  }

  /** When the task was submitted; null if that is not known, or the handle is not here. */
  @Nullable Instant submittedAt(TaskHandle handle) {
    int place = find(handle);
    return place < 0 ? null : submissions[place];
  }

  /** Whether the time of submission of any task is known. */
  boolean hasSubmissions() {
    return Arrays.stream(submissions, 0, used).anyMatch(Objects::nonNull);
  }

  /** The document of each provider that has one, by the provider's name; unchangeable. */
  Map<String, String> dialectFiles() {
    return dialectFiles;
  }

  /** Remembers the document that describes a provider, in place of an earlier one. */
  void nameDialectFile(String provider, String file) {
    Map<String, String> all = new TreeMap<>(dialectFiles);
    all.put(provider, file);
    dialectFiles = Collections.unmodifiableMap(all);
  }

  /**
   * The lines of a journal that say the same: the documents of the providers that have a handle,
   * and the handles in order; made while they are iterated over.
   */
  Iterable<JournalLine> lines() {
    return () -> Stream.concat(documents(), additions()).iterator();
  }

  private Stream<JournalLine> documents() {
    return dialectFiles.entrySet().stream()
        .filter(each -> stream().anyMatch(handle -> handle.provider().equals(each.getKey())))
        .map(each -> JournalLine.ofDialect(each.getKey(), each.getValue()));
  }

  private Stream<JournalLine> additions() {
    return IntStream.range(0, used)
        .filter(i -> handles[i] != null)
        .mapToObj(i -> new JournalLine(true, Objects.requireNonNull(handles[i]), submissions[i]));
  }

  @Override
  public boolean remove(@Nullable Object handle) {
    int place = handle instanceof TaskHandle ? find((TaskHandle) handle) : -1;
    if (place < 0) {
      return false;
    }
    handles[place] = null;
    submissions[place] = null;
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

  private void put(TaskHandle handle, @Nullable Instant submittedAt) {
    int slot = slot(handle);
    while (places[slot] != 0) {
      slot = next(slot);
    }
    submissions[used] = submittedAt;
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
    additions().forEach(line -> fresh.put(line.handle(), line.submittedAt()));
    handles = fresh.handles;
    submissions = fresh.submissions;
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
