package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task as the database has it.
 *
 * @param handle the task
 * @param submittedAt when it was submitted to its provider
 * @param status its status in the canonical JSON; null until a replica has seen it
 * @param progress in per cent; null if it is not known
 * @param end how it has ended; null while it is open
 * @param answer the canonical JSON of the query result that was seen last; null if none was
 * @param changedAt when any of these changed, by the clock of the database
 */
public record TaskRow(
    TaskHandle handle,
    Instant submittedAt,
    @Nullable String status,
    @Nullable Integer progress,
    @Nullable TaskEnd end,
    @Nullable String answer,
    Instant changedAt) {
  /** The columns, in the order in which {@link #read} reads them. */
  static final String COLUMNS =
      "provider, id, submitted_at, status, progress, outcome, answer, changed_at";

  static TaskRow read(ResultSet row) throws SQLException {
    return new TaskRow(
        new TaskHandle(row.getString(1), row.getString(2)),
        instant(row, 3),
        row.getString(4),
        row.getObject(5, Integer.class),
        TaskEnd.of(row.getString(6)),
        row.getString(7),
        instant(row, 8));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
