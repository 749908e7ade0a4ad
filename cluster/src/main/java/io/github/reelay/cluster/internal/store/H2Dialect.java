package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** H2 in a file: no arrays of rows and no partial index, but every statement is a method call. */
final class H2Dialect implements Dialect {
  private static final String INSERT =
      "merge into reelay_task t using (values (cast(? as varchar), cast(? as varchar)))"
          + " u(provider, id) on t.provider = u.provider and t.id = u.id when not matched then"
          + " insert (provider, id, part, submitted_at, changed_at)"
          + " values (u.provider, u.id, ?, ?, current_timestamp)";

  private static final String INSERT_INBOX =
      "insert into reelay_inbox (provider, id, part, submitted_at) values (?, ?, ?, ?)";

  private static final String UPDATE =
      "update reelay_task set status = coalesce(cast(? as varchar), status),"
          + " progress = case when cast(? as varchar) is null then progress"
          + " else cast(? as smallint) end,"
          + " outcome = cast(? as varchar), answer = coalesce(cast(? as varchar), answer),"
          + " changed_at = current_timestamp"
          + " where provider = ? and id = ? and outcome is null";

  private static final String INSERT_FOLLOW_UP =
      "merge into reelay_follow_up t using (values (cast(? as varchar))) u(handle)"
          + " on t.task_name = 'follow-up' and t.task_instance = u.handle when not matched then"
          + " insert (task_name, task_instance, execution_time, picked, version)"
          + " values ('follow-up', u.handle, ?, false, 1)";

  private static final String TOUCH =
      "merge into reelay_replica (name, seen_at) key (name) values (?, current_timestamp)";

  private static final String HAS_SCHEMA =
      "select count(*) from information_schema.tables"
          + " where lower(table_name) = 'reelay_schema' and table_schema = current_schema";

  private static final String LAST_IN_INBOX = "select coalesce(max(seq), 0) from reelay_inbox";

  private static final String NEXT_IN_INBOX =
      "select identity_base from information_schema.columns where table_schema = current_schema"
          + " and lower(table_name) = 'reelay_inbox' and lower(column_name) = 'seq'";

  @Override
  public String folder() {
    return "h2";
  }

  @Override
  public int partitions() {
    return 16;
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean hasSchema(Connection connection) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement(HAS_SCHEMA);
        ResultSet found = look.executeQuery()) {
      return found.next() && found.getInt(1) > 0;
    }
  }

  /** Nothing: one process has the file, and takes a lock of its own. */
  @Override
  public void lockSchema(Connection connection) {}

  /**
   * H2 writes a row to the disk at once, but the number that its column goes on with only when some
   * more were given. The row is read first, since other connections may submit meanwhile.
   */
  @Override
  public void advanceInbox(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long last = number(statement, LAST_IN_INBOX);
      if (last >= number(statement, NEXT_IN_INBOX)) {
        statement.execute("alter table reelay_inbox alter column seq restart with " + (last + 1));
      }
    }
  }

  /** The one number of a query; beyond all others if its user may not see it. */
  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getObject(1) != null ? row.getLong(1) : Long.MAX_VALUE;
    }
  }

  @Override
  public List<TaskHandle> insert(Connection connection, List<Submission> all) throws SQLException {
    List<TaskHandle> fresh = new ArrayList<>();
    try (PreparedStatement task = connection.prepareStatement(INSERT);
        PreparedStatement inbox = connection.prepareStatement(INSERT_INBOX)) {
      for (Submission each : all) {
        set(task, each);
        if (task.executeUpdate() > 0) {
          fresh.add(each.handle());
          set(inbox, each);
          inbox.executeUpdate();
        }
      }
    }
    return fresh;
  }

  private static void set(PreparedStatement statement, Submission each) throws SQLException {
    statement.setString(1, each.handle().provider());
    statement.setString(2, each.handle().id());
    statement.setInt(3, each.partition());
    statement.setObject(4, Statements.utc(each.submittedAt()));
  }

  @Override
  public List<Submission> takeInbox(Connection connection, Set<Integer> partitions, int most)
      throws SQLException {
    List<Submission> taken = new ArrayList<>();
    String select =
        "select i.seq, i.provider, i.id, i.part, i.submitted_at, t.outcome is null"
            + " from reelay_inbox i join reelay_task t on t.provider = i.provider and t.id = i.id"
            + " where i.part in "
            + Statements.marks(partitions.size())
            + " order by i.seq fetch first ? rows only";
    try (PreparedStatement look = connection.prepareStatement(select);
        PreparedStatement delete =
            connection.prepareStatement("delete from reelay_inbox where seq = ?")) {
      int position = 1;
      for (int partition : partitions) {
        look.setInt(position++, partition);
      }
      look.setInt(position, most);
      try (ResultSet rows = look.executeQuery()) {
        while (rows.next()) {
          TaskHandle handle = new TaskHandle(rows.getString(2), rows.getString(3));
          Instant submittedAt = TaskRow.instant(rows, 5);
          taken.add(new Submission(handle, rows.getInt(4), submittedAt, rows.getBoolean(6)));
          delete.setLong(1, rows.getLong(1));
          delete.addBatch();
        }
      }
      delete.executeBatch();
    }
    return taken;
  }

  @Override
  public Map<Integer, Long> lockVersions(Connection connection, Set<Integer> partitions)
      throws SQLException {
    String sql =
        LeaseTable.VERSIONS
            + Statements.marks(partitions.size())
            + " order by task_instance for update";
    try (PreparedStatement lock = connection.prepareStatement(sql)) {
      LeaseTable.set(lock, partitions);
      return LeaseTable.versions(lock);
    }
  }

  @Override
  public List<Change> update(Connection connection, List<Change> changes) throws SQLException {
    List<Change> written = new ArrayList<>();
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      for (Change each : changes) {
        update.setString(1, each.status());
        update.setString(2, each.status());
        update.setObject(3, each.progress());
        update.setString(4, each.outcome());
        update.setString(5, each.answer());
        update.setString(6, each.handle().provider());
        update.setString(7, each.handle().id());
        if (update.executeUpdate() > 0) {
          written.add(each);
        }
      }
    }
    return written;
  }

  @Override
  public void insertFollowUps(Connection connection, Collection<TaskHandle> ended, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_FOLLOW_UP)) {
      for (TaskHandle each : ended) {
        insert.setString(1, each.toString());
        insert.setObject(2, Statements.utc(now));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public void touchReplica(Connection connection, String name) throws SQLException {
    try (PreparedStatement touch = connection.prepareStatement(TOUCH)) {
      touch.setString(1, name);
      touch.executeUpdate();
    }
  }
}
