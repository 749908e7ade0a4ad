package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads tasks, in the words that both databases understand. */
public final class TaskTable {
  private static final int AT_ONCE = 100;
  private static final int FETCHED = 2_000;
  private static final String SELECT = "select " + TaskRow.COLUMNS + " from reelay_task where ";

  private TaskTable() {}

  /** The tasks that are there; those that are not are absent. */
  public static Map<TaskHandle, TaskRow> find(Connection connection, Collection<TaskHandle> handles)
      throws SQLException {
    return find(connection, handles, "");
  }

  /** Those of the tasks that have ended. */
  public static Map<TaskHandle, TaskRow> findEnded(
      Connection connection, Collection<TaskHandle> handles) throws SQLException {
    return find(connection, handles, " and outcome is not null");
  }

  private static Map<TaskHandle, TaskRow> find(
      Connection connection, Collection<TaskHandle> handles, String condition) throws SQLException {
    Map<TaskHandle, TaskRow> found = new LinkedHashMap<>();
    List<TaskHandle> all = List.copyOf(handles);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<TaskHandle> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      find(connection, some, condition, found);
    }
    return found;
  }

  private static void find(
      Connection connection,
      List<TaskHandle> some,
      String condition,
      Map<TaskHandle, TaskRow> found)
      throws SQLException {
    String pairs = String.join(", ", Collections.nCopies(some.size(), "(?, ?)"));
    String sql = SELECT + "(provider, id) in (" + pairs + ")" + condition;
    try (PreparedStatement look = connection.prepareStatement(sql)) {
      int position = 1;
      for (TaskHandle each : some) {
        look.setString(position++, each.provider());
        look.setString(position++, each.id());
      }
      try (ResultSet rows = look.executeQuery()) {
        while (rows.next()) {
          TaskRow row = TaskRow.read(rows);
          found.put(row.handle(), row);
        }
      }
    }
  }

  /**
   * Hands over the open tasks of a partition with their times of submission, 2,000 at a time; the
   * last portion may be empty.
   *
   * @return how many there are
   */
  public static int open(
      Connection connection, int partition, Consumer<Map<TaskHandle, Instant>> portion)
      throws SQLException {
    int count = 0;
    String sql =
        "select provider, id, submitted_at from reelay_task where part = ? and outcome is null";
    try (PreparedStatement look = connection.prepareStatement(sql)) {
      look.setInt(1, partition);
      look.setFetchSize(FETCHED);
      Map<TaskHandle, Instant> some = new LinkedHashMap<>();
      try (ResultSet rows = look.executeQuery()) {
        while (rows.next()) {
          count++;
          TaskHandle handle = new TaskHandle(rows.getString(1), rows.getString(2));
          some.put(handle, TaskRow.instant(rows, 3));
          if (some.size() == FETCHED) {
            portion.accept(some);
            some = new LinkedHashMap<>();
          }
        }
      }
      portion.accept(some);
    }
    return count;
  }

  /** What {@link #list} looks for; null means all. */
  public record Search(
      @Nullable String provider,
      @Nullable String status,
      @Nullable Boolean isOpen,
      @Nullable Instant submittedBefore,
      int limit) {}

  /** The tasks that a search is for, the oldest first. */
  public static List<TaskRow> list(Connection connection, Search search) throws SQLException {
    List<Object> values = new ArrayList<>();
    StringBuilder where = new StringBuilder("1 = 1");
    if (search.provider() != null) {
      where.append(" and provider = ?");
      values.add(search.provider());
    }
    if (search.status() != null) {
      where.append(" and status = ?");
      values.add(search.status());
    }
    if (search.isOpen() != null) {
      where.append(search.isOpen() ? " and outcome is null" : " and outcome is not null");
    }
    if (search.submittedBefore() != null) {
      where.append(" and submitted_at < ?");
      values.add(Statements.utc(search.submittedBefore()));
    }
    values.add(search.limit());
    String sql = SELECT + where + " order by submitted_at, provider, id fetch first ? rows only";
    List<TaskRow> found = new ArrayList<>();
    try (PreparedStatement look = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        look.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = look.executeQuery()) {
        while (rows.next()) {
          found.add(TaskRow.read(rows));
        }
      }
    }
    return found;
  }

  /** How many tasks are open, in all partitions together. */
  public static long countOpen(Connection connection) throws SQLException {
    String sql = "select count(*) from reelay_task where outcome is null";
    try (PreparedStatement look = connection.prepareStatement(sql);
        ResultSet rows = look.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Deletes tasks that ended before that time and are followed up; returns how many. */
  public static int deleteEnded(Connection connection, Instant before) throws SQLException {
    String sql =
        "delete from reelay_task where outcome is not null and changed_at < ? and not exists"
            + " (select 1 from reelay_follow_up f where f.task_name = 'follow-up'"
            + " and f.task_instance = reelay_task.provider || ':' || reelay_task.id)";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, Statements.utc(before));
      return delete.executeUpdate();
    }
  }
}
