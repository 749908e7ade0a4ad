package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.store.TaskTable;
import io.github.reelay.internal.Bounds;
import io.github.reelay.task.TaskStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a cluster are listed. Begin with {@link #open()}, {@link #ended()} or {@link
 * #all()}, and narrow it down.
 *
 * @param isOpen whether the wait goes on; null for both
 * @param provider the name of the provider; null for all
 * @param status the status as it was seen last; null for all
 * @param submittedBefore only tasks that were submitted before that time; null for all
 * @param limit how many at most, the oldest ones; at least 1, by default 1,000
 */
public record ClusterTaskFilter(
    @Nullable Boolean isOpen,
    @Nullable String provider,
    @Nullable TaskStatus status,
    @Nullable Instant submittedBefore,
    int limit) {
  private static final int LIMIT = 1_000;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ClusterTaskFilter {
    Bounds.atLeast(1, limit, "a limit");
  }

  /** Tasks whose wait goes on; the oldest 1,000 unless {@link #limit(int)} says otherwise. */
  public static ClusterTaskFilter open() {
    return new ClusterTaskFilter(true, null, null, null, LIMIT);
  }

  /** Tasks whose wait has ended in whichever way; the oldest 1,000 by default. */
  public static ClusterTaskFilter ended() {
    return new ClusterTaskFilter(false, null, null, null, LIMIT);
  }

  /** Tasks whose wait goes on or has ended; the oldest 1,000 by default. */
  public static ClusterTaskFilter all() {
    return new ClusterTaskFilter(null, null, null, null, LIMIT);
  }

  /** Those of the provider with exactly that name; none if no task has it. */
  public ClusterTaskFilter provider(String value) {
    Objects.requireNonNull(value, "provider");
    return new ClusterTaskFilter(isOpen, value, status, submittedBefore, limit);
  }

  /** Those that were last seen in that status; a task that no replica has seen yet has none. */
  public ClusterTaskFilter status(TaskStatus value) {
    Objects.requireNonNull(value, "status");
    return new ClusterTaskFilter(isOpen, provider, value, submittedBefore, limit);
  }

  /** Those that were submitted before that time. */
  public ClusterTaskFilter submittedBefore(Instant value) {
    Objects.requireNonNull(value, "submittedBefore");
    return new ClusterTaskFilter(isOpen, provider, status, value, limit);
  }

  /**
   * The oldest ones, that many at most.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ClusterTaskFilter limit(int value) {
    return new ClusterTaskFilter(isOpen, provider, status, submittedBefore, value);
  }

  TaskTable.Search search() {
    return new TaskTable.Search(
        provider, status == null ? null : status.jsonName(), isOpen, submittedBefore, limit);
  }
}
