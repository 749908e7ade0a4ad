package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements in which PostgreSQL and H2 differ. All run in the transaction of the caller. */
public interface Dialect {

  /** The folder of its schema files in the jar, below {@code reelay-cluster}. */
  String folder();

  /** How many partitions its tasks are divided into; can never change for a database. */
  int partitions();

  /** Whether many replicas can use it, each a process of its own. */
  boolean isShared();

  /** Whether the schema is there. */
  boolean hasSchema(Connection connection) throws SQLException;

  /** Lets one replica at a time go on, until its transaction ends. */
  void lockSchema(Connection connection) throws SQLException;

  /** Lets the numbers of the inbox go on behind those of its rows, if a kill has set them back. */
  void advanceInbox(Connection connection) throws SQLException;

  /** Inserts those that are not there, puts them into the inbox, and returns them. */
  List<TaskHandle> insert(Connection connection, List<Submission> all) throws SQLException;

  /**
   * Takes what was submitted to those partitions and not taken yet: the oldest, {@code most} at
   * most.
   *
   * @return the submissions, which are no longer in the inbox
   */
  List<Submission> takeInbox(Connection connection, Set<Integer> partitions, int most)
      throws SQLException;

  /**
   * The versions of leases that are held, locked until the transaction ends: none of them can be
   * revived or acquired meanwhile.
   *
   * @return by partition; those that nobody holds are absent
   */
  Map<Integer, Long> lockVersions(Connection connection, Set<Integer> partitions)
      throws SQLException;

  /**
   * Writes changes of tasks that are open, and leaves those alone that have ended.
   *
   * @return which changes were written
   */
  List<Change> update(Connection connection, List<Change> changes) throws SQLException;

  /** Schedules a follow-up, due at that time, for each task that has none. */
  void insertFollowUps(Connection connection, Collection<TaskHandle> ended, Instant now)
      throws SQLException;

  /** Notes that a replica is alive, at the time of the database. */
  void touchReplica(Connection connection, String name) throws SQLException;
}
