package io.github.reelay.watch;

import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.policy.History;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One watched task. There may be a million of them, so counts are short and what few tasks have is
 * null. Guarded by its {@link Lane}.
 */
final class Watched {
  /** Where it is. */
  enum Phase {
    /** On the agenda. */
    WAITING,
    /** Asked for. */
    IN_FLIGHT,
    /** Not watched any more. */
    GONE
  }

  final String id;

  /** When the wait began, or the task was submitted if that is known; in nanoseconds. */
  final long startedAt;

  /** When it is to be asked for, in nanoseconds. */
  long dueAt;

  Phase phase = Phase.WAITING;

  /** Whether it is watched for its events, and not only for whoever waits for its outcome. */
  boolean pinned;

  private int queries;
  private short bad;
  private short notFound;
  private short rateLimited;
  private short videoMissing;
  private int look;
  private @Nullable VideoTask lastSeen;
  private @Nullable List<CompletableFuture<Outcome>> waiters;

  Watched(String id, long startedAt) {
    this.id = id;
    this.startedAt = startedAt;
  }

  History history() {
    return new History(queries, bad, notFound, rateLimited, videoMissing);
  }

  @Nullable VideoTask lastSeen() {
    return lastSeen;
  }

  /**
   * Takes note of an answer.
   *
   * @param keep whether the task itself is to be kept
   * @return whether it looks different from the answer before
   */
  boolean note(Reading reading, boolean keep) {
    History after = history().after(reading);
    queries = after.queries();
    bad = counted(after.badInARow());
    notFound = counted(after.notFoundInARow());
    rateLimited = counted(after.rateLimitedInARow());
    videoMissing = counted(after.videoMissing());
    if (reading instanceof Reading.TaskSeen seen && (keep || waiters != null)) {
      lastSeen = seen.task();
    }
    int before = look;
    look = look(reading);
    return look != before;
  }

  void addWaiter(CompletableFuture<Outcome> waiter) {
    if (waiters == null) {
      waiters = new ArrayList<>(1);
    }
    waiters.add(waiter);
  }

  /** Forgets one that waits. Returns whether nobody is interested any more. */
  boolean removeWaiter(CompletableFuture<Outcome> waiter) {
    boolean alone = waiters != null && waiters.remove(waiter) && waiters.isEmpty();
    return alone && !pinned;
  }

  List<CompletableFuture<Outcome>> waiters() {
    return waiters == null ? List.of() : List.copyOf(waiters);
  }

  private static short counted(int count) {
    return (short) Math.min(count, Short.MAX_VALUE);
  }

  /** State, progress and failure in one number; never zero, which is what nobody has seen. */
  private static int look(Reading reading) {
    if (reading instanceof Reading.NoTask none) {
      return 1 + none.failure().kind().ordinal();
    }
    VideoTask task = reading.taskOrThrow();
    int progress = task.progressPercent() == null ? 0 : task.progressPercent() + 1;
    int failure =
        task.state() instanceof TaskState.Failed failed ? failed.failure().kind().ordinal() + 1 : 0;
    return (task.status().ordinal() + 1) << 16
        | progress << 8
        | failure + FailureKind.values().length;
  }
}
