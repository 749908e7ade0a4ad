package io.github.reelay.internal.poll;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.policy.PollHistory;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One watched task. There may be a million of them: it takes 80 bytes, which is why counts are
 * short, flags share a byte, and what few tasks have is null. Guarded by its poller.
 */
public final class WatchedTask {
  /** What is true of a task or not. */
  public enum Flag {
    /** Watched for its events, and not only for those who wait for its outcome. */
    PINNED,
    /** Its provider has shown it. */
    SHOWN,
    /** It is known when it was submitted. */
    SUBMISSION_KNOWN,
    /** Its wait is suspended: no time counts, and it is queried only as {@link Suspensions} say. */
    SUSPENDED,
    /**
     * Listeners heard that its wait is suspended, and not yet that it goes on: a task that is added
     * again is waited for, though nothing has shown that it can be seen.
     */
    SUSPENSION_REPORTED,
    /** It is not watched any more. */
    GONE
  }

  private static final int FAILURE_KINDS = FailureKind.values().length;

  /** The provider's id of the task. */
  public final String id;

  /** When the wait began, or the task was submitted if that is known; in nanoseconds. */
  public final long startedAt;

  /** When it is to be queried, in nanoseconds. */
  long dueAt;

  /** Where it is among those that are due; negative while it is being queried. */
  int dueSlot = -1;

  /** Where it is among those whose time will be over; negative if it is not. */
  int endSlot = -1;

  /** How often its suspension was prolonged. */
  byte suspensions;

  /**
   * How many seconds before it is due it may be queried if its provider is found to work meanwhile;
   * of no meaning unless its wait is suspended.
   */
  short mayBeEarlyBy;

  /**
   * Nanoseconds that do not count as waiting; while its wait is suspended, less the time of that.
   */
  private long excluded;

  /** The age at the first of the bad responses or denials that came last, in nanoseconds. */
  private long streakBegan;

  private int queries;
  private int fingerprint;
  private short bad;
  private byte notFound;
  private byte denials;
  private byte rateLimited;
  private byte videoMissing;
  private byte flags;

  /** The ordinal of its last status and one, for {@link TaskTelemetry}; zero for none. */
  byte status;

  private QueryResult.@Nullable Found lastSeen;

  /** A task that was not queried yet; all flags are false. */
  public WatchedTask(String id, long startedAt) {
    this.id = id;
    this.startedAt = startedAt;
  }

  /** Whether that is true of the task; false until it is set. */
  public boolean is(Flag flag) {
    return (flags & 1 << flag.ordinal()) != 0;
  }

  /** Sets or clears one flag; the others stay as they are. */
  public void set(Flag flag, boolean value) {
    int bit = 1 << flag.ordinal();
    flags = (byte) (value ? flags | bit : flags & ~bit);
  }

  /** When it is to be queried; in nanoseconds. */
  public long dueAt() {
    return dueAt;
  }

  /** Whether it is in the queue, and not being queried now. */
  public boolean isWaiting() {
    return dueSlot >= 0;
  }

  /** Whether it is among those whose time will be over. */
  boolean hasEnd() {
    return endSlot >= 0;
  }

  /**
   * How old it is, in nanoseconds: since its submission, or since it was added if that is not
   * known.
   */
  public long age(long now) {
    return Math.max(0, now - startedAt);
  }

  /** How long it was waited for, in nanoseconds, without the time of suspensions. */
  public long elapsed(long now) {
    return Math.max(0, now - startedAt - excluded - (is(Flag.SUSPENDED) ? now : 0));
  }

  /**
   * When it will have been waited for that long, in nanoseconds; of no meaning while it is
   * suspended.
   */
  public long timesOutAt(long timeout) {
    return startedAt + excluded + timeout;
  }

  /** Lets that much time not count as waiting. */
  public void exclude(long nanos) {
    excluded += nanos;
  }

  /** From now on time does not count as waiting. */
  public void suspend(long now) {
    if (!is(Flag.SUSPENDED)) {
      set(Flag.SUSPENDED, true);
      excluded -= now;
    }
  }

  /** From now on time counts again. */
  public void resume(long now) {
    if (is(Flag.SUSPENDED)) {
      set(Flag.SUSPENDED, false);
      excluded += now;
    }
  }

  /** What policies know of it. */
  public PollHistory history() {
    return new PollHistory(
        queries,
        bad,
        notFound,
        denials,
        rateLimited,
        videoMissing,
        is(Flag.SHOWN),
        Duration.ofNanos(streakBegan));
  }

  /** The last result that showed the task; null if none did, or if it is not kept. */
  public QueryResult.@Nullable Found lastSeen() {
    return lastSeen;
  }

  /**
   * Takes note of a response.
   *
   * @param age how old the task is now, in nanoseconds
   * @param keep whether the task itself is to be kept
   * @return whether it looks different from the response before
   */
  public boolean record(QueryResult result, long age, boolean keep) {
    PollHistory after = history().after(result, Duration.ofNanos(age));
    queries = after.queries();
    bad = (short) Math.min(after.badInARow(), Short.MAX_VALUE);
    notFound = saturated(after.notFoundInARow());
    denials = saturated(after.denialsInARow());
    rateLimited = saturated(after.rateLimitedInARow());
    videoMissing = saturated(after.videoMissing());
    streakBegan = after.streakBegan().toNanos();
    set(Flag.SHOWN, after.shown());
    if (result instanceof QueryResult.Found found && keep) {
      lastSeen = found;
    }
    int before = fingerprint;
    fingerprint = fingerprint(result);
    return fingerprint != before;
  }

  /** Forgets the bad responses and denials that came last. */
  public void forgetStreak() {
    bad = 0;
    notFound = 0;
    denials = 0;
    streakBegan = 0;
  }

  /** Forgets the denials that came last if they began before that time; bad responses stay. */
  public void forgetDenials(long before) {
    if (denials > 0 && startedAt + streakBegan < before) {
      notFound = 0;
      denials = 0;
      streakBegan = bad == 0 ? 0 : streakBegan;
    }
  }

  private static byte saturated(int count) {
    return (byte) Math.min(count, Byte.MAX_VALUE);
  }

  /** State, progress and failure in one number; never zero, which is what nobody has seen. */
  private static int fingerprint(QueryResult result) {
    return switch (result.kind()) {
      case FOUND -> fingerprint(result.taskOrThrow());
      case FAILED -> 1 + ((QueryResult.Failed) result).failure().kind().ordinal();
    };
  }

  private static int fingerprint(VideoTask task) {
    int progress = task.progressPercent() == null ? 0 : task.progressPercent() + 1;
    int failure = task.failure() == null ? 0 : task.failure().kind().ordinal() + 1;
    return (task.status().ordinal() + 1) << 16 | progress << 8 | failure + FAILURE_KINDS;
  }
}
