package io.github.reelay.page;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows: a row for each task, bounded, and counts for each provider. Each change has
 * a number, and a stream fetches what changed after the last one that it has sent. So nothing is
 * queued for a browser, however slow it is: of many changes of a task it gets the last.
 */
final class TaskBoard {
  private final Clock clock;
  private final int mostOpen;
  private final int mostEnded;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition end = lock.newCondition();
  private final Map<TaskHandle, TaskRow> rows = new HashMap<>();
  private final NavigableMap<Long, TaskRow> byChange = new TreeMap<>();
  private final Map<Long, TaskRow> byNumber = new HashMap<>();
  private final Set<TaskHandle> ended = new LinkedHashSet<>();
  private final Map<String, ProviderStats> providers = new TreeMap<>();

  /** Downloads of tasks whose first event is still to come. */
  private final Map<TaskHandle, DownloadStatus> early = new LinkedHashMap<>();

  private long version;
  private long lastNumber;
  private boolean full;
  private boolean closed;

  /**
   * What a stream sends next.
   *
   * @param rows the changed rows as JSON, the oldest change first
   * @param last the number of the last change among them
   * @param full whether there are open tasks that are not shown
   * @param now the time on the board's clock when the rows were read
   */
  record Changes(List<String> rows, long last, boolean full, Instant now) {}

  TaskBoard(Clock clock, int mostOpen, int mostEnded) {
    this.clock = clock;
    this.mostOpen = mostOpen;
    this.mostEnded = mostEnded;
  }

  int mostEnded() {
    return mostEnded;
  }

  /** Shows tasks that nothing is known of yet. */
  void expect(Collection<TaskHandle> handles) {
    handles.forEach(handle -> change(handle, row -> {}));
  }

  /** Changes the row of a task, which is made if there is room for it. */
  void change(TaskHandle handle, Consumer<TaskRow> change) {
    lock.lock();
    try {
      TaskRow row = rows.get(handle);
      if (row == null) {
        row = open(handle);
      }
      if (row != null) {
        change.accept(row);
        put(row);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Changes the row of a task that is open; it is opened again if it had ended. */
  void changeOpen(TaskHandle handle, Consumer<TaskRow> change) {
    change(
        handle,
        row -> {
          if (!row.isOpen()) {
            row.reopen();
            ended.remove(handle);
          }
          change.accept(row);
        });
  }

  /**
   * Ends a task. One without a row gets one even where the board is full, because its end says
   * most.
   */
  void end(TaskHandle handle, Consumer<TaskRow> change) {
    lock.lock();
    try {
      TaskRow row = rows.computeIfAbsent(handle, this::newRow);
      change.accept(row);
      ended.remove(handle);
      ended.add(handle);
      put(row);
      stats(handle.provider()).ended(row.state());
      forgetOldest();
    } finally {
      lock.unlock();
    }
  }

  /** Sets where the download of a task stands; makes no row. */
  void download(TaskHandle handle, DownloadStatus status) {
    lock.lock();
    try {
      TaskRow row = rows.get(handle);
      if (row != null) {
        row.download = status;
        put(row);
      } else {
        early.put(handle, status);
        if (early.size() > mostEnded) {
          early.remove(early.keySet().iterator().next());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Sets when an open task is queried next and when it is given up. */
  void plan(TaskHandle handle, Instant nextQueryAt, Instant givenUpAt) {
    change(
        handle,
        row -> {
          if (row.isOpen()) {
            row.nextQueryAt = nextQueryAt;
            row.givenUpAt = givenUpAt;
          }
        });
  }

  /** Counts a query for its provider; changes no row. */
  void queried(String provider, QueryResult result, Duration latency) {
    lock.lock();
    try {
      stats(provider).queried(result, latency, clock.instant());
    } finally {
      lock.unlock();
    }
  }

  private @Nullable TaskRow open(TaskHandle handle) {
    if (closed || rows.size() - ended.size() >= mostOpen) {
      full = true;
      return null;
    }
    TaskRow row = newRow(handle);
    rows.put(handle, row);
    stats(handle.provider());
    return row;
  }

  private TaskRow newRow(TaskHandle handle) {
    TaskRow row = new TaskRow(++lastNumber, handle, clock.instant());
    row.download = early.remove(handle);
    byNumber.put(row.number, row);
    return row;
  }

  private void put(TaskRow row) {
    byChange.remove(row.version);
    row.changed(++version);
    byChange.put(row.version, row);
    changed.signalAll();
  }

  private void forgetOldest() {
    Iterator<TaskHandle> oldest = ended.iterator();
    while (ended.size() > mostEnded) {
      TaskRow row = rows.remove(oldest.next());
      oldest.remove();
      byChange.remove(row.version);
      byNumber.remove(row.number);
    }
  }

  private ProviderStats stats(String provider) {
    return providers.computeIfAbsent(provider, ProviderStats::new);
  }

  /**
   * What changed after a change, in portions; waits for it if nothing did.
   *
   * @param after the number of a change; 0 for all
   * @param most how many rows there are in a portion
   * @param wait for how long to wait
   * @return without rows if the time is over; null if the board is closed and all of it was shown
   */
  @Nullable Changes changes(long after, int most, Duration wait) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = wait.toNanos();
      while (!closed && version <= after && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (closed && version <= after) {
        return null;
      }
      List<TaskRow> next = byChange.tailMap(after, false).values().stream().limit(most).toList();
      long last = next.isEmpty() ? Math.max(after, version) : next.get(next.size() - 1).version;
      boolean more = full && rows.size() - ended.size() >= mostOpen;
      return new Changes(next.stream().map(TaskRow::json).toList(), last, more, clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /** Waits for that time, or until the board is closed. */
  void awaitClose(Duration wait) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = wait.toNanos();
      while (!closed && left > 0) {
        left = end.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The counts of each provider as JSON objects, by name. */
  List<String> providers() {
    lock.lock();
    try {
      Instant now = clock.instant();
      return providers.values().stream().map(stats -> stats.json(now)).toList();
    } finally {
      lock.unlock();
    }
  }

  /** The task with that number as it was seen last; null if there is none. */
  @Nullable VideoTask task(long number) {
    lock.lock();
    try {
      TaskRow row = byNumber.get(number);
      return row == null ? null : row.task;
    } finally {
      lock.unlock();
    }
  }

  /** Opens no further row, and wakes all who wait. What changed before can still be fetched. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      end.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
