package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: one statement for many rows, given as arrays. */
final class PostgresDialect implements Dialect {
  private static final String INSERT =
      "with fresh as (insert into reelay_task (provider, id, part, submitted_at, changed_at)"
          + " select u.provider, u.id, u.part, u.submitted_at, current_timestamp"
          + " from unnest(?::text[], ?::text[], ?::smallint[], ?::timestamptz[])"
          + " u(provider, id, part, submitted_at)"
          + " on conflict do nothing returning provider, id, part, submitted_at),"
          + " queued as (insert into reelay_inbox (part, provider, id, submitted_at)"
          + " select part, provider, id, submitted_at from fresh)"
          + " select provider, id from fresh";

  private static final String TAKE_INBOX =
      "with taken as (delete from reelay_inbox where seq in"
          + " (select seq from reelay_inbox where part = any(?::smallint[]) order by seq limit ?)"
          + " returning provider, id, part, submitted_at)"
          + " select i.provider, i.id, i.part, i.submitted_at, t.outcome is null from taken i"
          + " join reelay_task t on t.provider = i.provider and t.id = i.id";

  /** A weaker lock would not stop a replica that revives or acquires a lease. */
  private static final String LOCK_VERSIONS =
      "select task_instance, version from reelay_lease where task_name = 'partition' and picked"
          + " and task_instance = any(?::text[]) order by task_instance for share";

  private static final String UPDATE =
      "update reelay_task t set status = coalesce(u.status, t.status),"
          + " progress = case when u.status is null then t.progress else u.progress end,"
          + " outcome = u.outcome, answer = coalesce(u.answer, t.answer),"
          + " changed_at = current_timestamp"
          + " from unnest(?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[])"
          + " u(provider, id, status, progress, outcome, answer)"
          + " where t.provider = u.provider and t.id = u.id and t.outcome is null"
          + " returning t.provider, t.id";

  private static final String INSERT_FOLLOW_UPS =
      "insert into reelay_follow_up (task_name, task_instance, execution_time, picked, version)"
          + " select 'follow-up', u.handle, ?, false, 1 from unnest(?::text[]) u(handle)"
          + " on conflict do nothing";

  private static final String TOUCH =
      "insert into reelay_replica (name, seen_at) values (?, current_timestamp)"
          + " on conflict (name) do update set seen_at = current_timestamp";

  /** Any number, as long as it is always the same. */
  private static final String LOCK_SCHEMA = "select pg_advisory_xact_lock(733519201)";

  /**
   * Refuses a database that cannot store every character.
   *
   * @throws IllegalStateException if it is not in UTF-8
   */
  static void checkEncoding(Connection connection) throws SQLException {
    try (PreparedStatement show = connection.prepareStatement("show server_encoding");
        ResultSet rows = show.executeQuery()) {
      rows.next();
      if (!rows.getString(1).equals("UTF8")) {
        throw new IllegalStateException(
            "expected a PostgreSQL database in UTF8, found one in "
                + rows.getString(1)
                + "; make one with encoding 'UTF8' template template0");
      }
    }
  }

  @Override
  public String folder() {
    return "postgresql";
  }

  @Override
  public int partitions() {
    return 64;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean hasSchema(Connection connection) throws SQLException {
    try (PreparedStatement look =
            connection.prepareStatement("select to_regclass('reelay_schema') is not null");
        ResultSet found = look.executeQuery()) {
      return found.next() && found.getBoolean(1);
    }
  }

  @Override
  public void lockSchema(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK_SCHEMA)) {
      lock.execute();
    }
  }

  /** Nothing: its sequences survive a kill. */
  @Override
  public void advanceInbox(Connection connection) {}

  @Override
  public List<TaskHandle> insert(Connection connection, List<Submission> all) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, texts(connection, all, each -> each.handle().provider()));
      insert.setArray(2, texts(connection, all, each -> each.handle().id()));
      insert.setArray(3, array(connection, "int2", all, each -> (short) each.partition()));
      insert.setArray(4, texts(connection, all, each -> each.submittedAt().toString()));
      return handles(insert);
    }
  }

  @Override
  public List<Submission> takeInbox(Connection connection, Set<Integer> partitions, int most)
      throws SQLException {
    try (PreparedStatement take = connection.prepareStatement(TAKE_INBOX)) {
      take.setArray(1, array(connection, "int2", partitions, Integer::shortValue));
      take.setInt(2, most);
      List<Submission> taken = new ArrayList<>();
      try (ResultSet rows = take.executeQuery()) {
        while (rows.next()) {
          TaskHandle handle = new TaskHandle(rows.getString(1), rows.getString(2));
          Instant submittedAt = TaskRow.instant(rows, 4);
          taken.add(new Submission(handle, rows.getInt(3), submittedAt, rows.getBoolean(5)));
        }
      }
      return taken;
    }
  }

  @Override
  public Map<Integer, Long> lockVersions(Connection connection, Set<Integer> partitions)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK_VERSIONS)) {
      lock.setArray(1, texts(connection, partitions, String::valueOf));
      return LeaseTable.versions(lock);
    }
  }

  @Override
  public List<Change> update(Connection connection, List<Change> changes) throws SQLException {
    Map<TaskHandle, Change> byHandle = new HashMap<>();
    changes.forEach(change -> byHandle.put(change.handle(), change));
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setArray(1, texts(connection, changes, each -> each.handle().provider()));
      update.setArray(2, texts(connection, changes, each -> each.handle().id()));
      update.setArray(3, texts(connection, changes, Change::status));
      update.setArray(4, array(connection, "int2", changes, each -> shortOf(each.progress())));
      update.setArray(5, texts(connection, changes, Change::outcome));
      update.setArray(6, texts(connection, changes, Change::answer));
      return handles(update).stream().map(byHandle::get).toList();
    }
  }

  private static @Nullable Short shortOf(@Nullable Integer value) {
    return value == null ? null : value.shortValue();
  }

  @Override
  public void insertFollowUps(Connection connection, Collection<TaskHandle> ended, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_FOLLOW_UPS)) {
      insert.setObject(1, Statements.utc(now));
      insert.setArray(2, texts(connection, ended, TaskHandle::toString));
      insert.executeUpdate();
    }
  }

  @Override
  public void touchReplica(Connection connection, String name) throws SQLException {
    try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
      touch.setString(1, name);
      touch.executeUpdate();
    }
  }

  private static List<TaskHandle> handles(PreparedStatement statement) throws SQLException {
    List<TaskHandle> handles = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        handles.add(new TaskHandle(rows.getString(1), rows.getString(2)));
      }
    }
    return handles;
  }

  private static <T> Array texts(
      Connection connection, Collection<T> all, Function<T, @Nullable String> value)
      throws SQLException {
    return array(connection, "text", all, value);
  }

  private static <T> Array array(
      Connection connection, String type, Collection<T> all, Function<T, ?> value)
      throws SQLException {
    return connection.createArrayOf(type, all.stream().map(value).toArray());
  }
}
