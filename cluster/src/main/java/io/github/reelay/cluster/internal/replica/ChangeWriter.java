package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.Tenure;
import io.github.reelay.cluster.internal.lease.Tenures;
import io.github.reelay.cluster.internal.store.Change;
import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Writes what has changed: of each task the newest change, many in one transaction with the fence.
 * An end and its follow-up are in the same transaction, so that an end is visible exactly once.
 */
final class ChangeWriter {
  private static final int MOST = 2_000;

  private final Database database;
  private final DatabaseClock clock;
  private final Tenures tenures;
  private final Counters counters;
  private final ReplicaListener listener;
  private final boolean followsUp;
  private final LongSupplier nanoTime;

  /** Guarded by itself. */
  private final Map<TaskHandle, Pending> pending = new LinkedHashMap<>();

  private record Pending(Change change, long since) {}

  ChangeWriter(ReplicaParts parts, Tenures tenures, boolean followsUp) {
    this.database = parts.database();
    this.clock = parts.clock();
    this.counters = parts.counters();
    this.listener = parts.listener();
    this.nanoTime = parts.nanoTime();
    this.tenures = tenures;
    this.followsUp = followsUp;
  }

  /**
   * Keeps a change to be written soon. One that was kept before is replaced, unless it is an end.
   */
  void put(Change change) {
    synchronized (pending) {
      Pending before = pending.get(change.handle());
      if (before == null) {
        pending.put(change.handle(), new Pending(change, nanoTime.getAsLong()));
      } else if (before.change().end() == null) {
        Change newest = change.over(before.change());
        pending.put(change.handle(), new Pending(newest, before.since()));
      }
    }
  }

  /** Whether the end of a task is still to be written. */
  boolean isEnding(TaskHandle handle) {
    synchronized (pending) {
      Pending kept = pending.get(handle);
      return kept != null && kept.change().end() != null;
    }
  }

  /** How many changes are still to be written. */
  int count() {
    synchronized (pending) {
      return pending.size();
    }
  }

  /** For how long the oldest of them has waited, in nanoseconds. */
  long lag() {
    synchronized (pending) {
      var first = pending.values().iterator();
      return first.hasNext() ? nanoTime.getAsLong() - first.next().since() : 0;
    }
  }

  /** Writes what is kept now. What could not be written stays. */
  synchronized void flush() throws SQLException {
    for (int left = count(); left > 0; left -= MOST) {
      List<Pending> some = next(Math.min(left, MOST));
      Map<Integer, Tenure> writers = writers(some);
      Result result = database.inTransaction(connection -> write(connection, some, writers));
      settle(result, some.size());
      remove(some, writers);
    }
  }

  private List<Pending> next(int most) {
    synchronized (pending) {
      return pending.values().stream().limit(most).toList();
    }
  }

  /**
   * An end that was refused stays if another tenure of this replica has begun meanwhile. The new
   * tenure has not watched the task, because its end was kept, and writes it next.
   */
  private void remove(List<Pending> settled, Map<Integer, Tenure> writers) {
    synchronized (pending) {
      for (Pending each : settled) {
        Tenure present = tenures.writer(each.change().partition());
        boolean isLeftToAnother =
            each.change().end() != null
                && present != null
                && present != writers.get(each.change().partition());
        if (!isLeftToAnother) {
          pending.remove(each.change().handle(), each);
        }
      }
    }
  }

  private Map<Integer, Tenure> writers(List<Pending> some) {
    Map<Integer, Tenure> writers = new HashMap<>();
    for (Pending each : some) {
      int partition = each.change().partition();
      Tenure writer = tenures.writer(partition);
      if (writer != null && !writer.isRevoked()) {
        writers.put(partition, writer);
      }
    }
    return writers;
  }

  /** What came of a transaction. */
  private record Result(int allowed, List<Change> written, List<Tenure> lost) {}

  private Result write(Connection connection, List<Pending> some, Map<Integer, Tenure> writers)
      throws SQLException {
    Map<Integer, Long> versions =
        writers.isEmpty()
            ? Map.of()
            : database.dialect().lockVersions(connection, new TreeSet<>(writers.keySet()));
    List<Tenure> lost = new ArrayList<>();
    List<Change> allowed = new ArrayList<>();
    writers.forEach(
        (partition, writer) -> {
          if (versions.getOrDefault(partition, -1L) != writer.version()) {
            lost.add(writer);
          }
        });
    for (Pending each : some) {
      Tenure writer = writers.get(each.change().partition());
      if (writer != null && !lost.contains(writer)) {
        allowed.add(each.change());
      }
    }
    List<Change> written =
        allowed.isEmpty() ? List.of() : database.dialect().update(connection, allowed);
    List<TaskHandle> ended =
        written.stream().filter(each -> each.end() != null).map(Change::handle).toList();
    if (followsUp && !ended.isEmpty()) {
      database.dialect().insertFollowUps(connection, ended, clock.now());
    }
    return new Result(allowed.size(), written, lost);
  }

  private void settle(Result result, int all) {
    result.lost().forEach(Tenure::revoke);
    int refused = all - result.allowed();
    counters.written.add(result.written().size());
    counters.ended.add(result.written().stream().filter(each -> each.end() != null).count());
    if (refused > 0) {
      counters.refused.add(refused);
      listener.refused(refused);
    }
  }
}
