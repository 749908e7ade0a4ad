package io.github.reelay.internal.poll;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.policy.ExponentialBackoff;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RetryLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a provider whose waits are suspended, and when one of them is queried. As long as
 * nothing shows that the provider works, that is one task at growing intervals, each time another:
 * a revoked key costs one query and not thousands. When it works, each task is queried after a
 * growing delay of its own. Guarded by its poller.
 */
public final class Suspensions {
  private static final long LONGEST_RETRY_AFTER = TimeUnit.HOURS.toNanos(1);

  private final TaskHeap suspended = new TaskHeap(TaskHeap.Slot.DUE, task -> task.dueAt);
  private final ExponentialBackoff backoff;
  private final long interval;

  /**
   * Whether the provider works: false once a wait is suspended, true again once a task is shown.
   */
  private boolean works = true;

  /** How often the provider was still found not to work. */
  private int probes;

  private long probeAt;
  private @Nullable WatchedTask probe;
  private boolean isOwnReason;

  /** Starts empty; delays grow from the shortest to the longest suspension of those rules. */
  public Suspensions(PollingRules rules) {
    RetryLimits limits = rules.retryLimits();
    this.backoff = new ExponentialBackoff(limits.minSuspension(), limits.maxSuspension());
    this.interval = MonotonicTime.nanos(rules.polling().interval());
  }

  /** Suspends the wait for a task after a response that does not show it. */
  public void add(WatchedTask task, Failure failure, long now) {
    boolean wasProbe = probe == task;
    boolean counts = failure.kind() != FailureKind.RATE_LIMITED;
    long retryAfter = retryAfter(failure);
    boolean own = isOwnReason(failure.kind());
    if (works || wasProbe) {
      boolean restarts = works || own && !isOwnReason;
      probes = restarts ? 0 : probes + (counts ? 1 : 0);
      probeAt = now + Math.max(retryAfter, delay(probes));
      isOwnReason = own;
    }
    probe = wasProbe ? null : probe;
    works = false;
    long delay = Math.max(retryAfter, delay(task.suspensions));
    task.dueAt = now + delay;
    task.mayBeEarlyBy = seconds(delay - Math.max(retryAfter, interval));
    task.suspensions = (byte) Math.min(Byte.MAX_VALUE, task.suspensions + (counts ? 1 : 0));
    suspended.add(task);
  }

  /** Zero for none; never so long that a mistaken header would cost a video. */
  private static long retryAfter(Failure failure) {
    Duration wanted = failure.retryAfter();
    return wanted == null ? 0 : Math.min(LONGEST_RETRY_AFTER, MonotonicTime.nanos(wanted));
  }

  /** Whole seconds that fit in the field; zero for less than one. */
  private static short seconds(long nanos) {
    return (short) Math.max(0, Math.min(Short.MAX_VALUE, TimeUnit.NANOSECONDS.toSeconds(nanos)));
  }

  /** What only one task may be refused for; everything else concerns all of a provider. */
  private static boolean isOwnReason(FailureKind kind) {
    return switch (kind) {
      case INVALID_REQUEST, CONTENT_REJECTED, FORBIDDEN, NOT_FOUND -> true;
      case UNAUTHORIZED,
          QUOTA_EXHAUSTED,
          RATE_LIMITED,
          PROVIDER_ERROR,
          GENERATION_FAILED,
          VIDEO_MISSING,
          UNREADABLE_RESPONSE,
          UNREACHABLE,
          UNKNOWN ->
          false;
    };
  }

  /**
   * When the next is to be queried; {@link WakeUpTimer#NEVER} while the one task is queried that
   * shows whether the provider works, or if nothing is suspended.
   */
  public long nextAt() {
    WatchedTask next = suspended.first();
    if (next == null || !works && probe != null) {
      return WakeUpTimer.NEVER;
    }
    return works ? next.dueAt : Math.max(probeAt, next.dueAt);
  }

  /** When a task is to be queried at the earliest, or another for its provider. */
  public long nextAt(WatchedTask task) {
    return works ? task.dueAt : Math.max(probeAt, Math.min(task.dueAt, nextDueAt()));
  }

  private long nextDueAt() {
    WatchedTask next = suspended.first();
    return next == null ? WakeUpTimer.NEVER : next.dueAt;
  }

  /**
   * Removes the task that is to be queried next; while the provider does not work, it is queried
   * for all.
   */
  public WatchedTask takeNext() {
    WatchedTask next = suspended.first();
    if (next == null) {
      throw new IllegalStateException("expected a suspended task, found none");
    }
    suspended.remove(next);
    probe = works ? probe : next;
    return next;
  }

  /** Removes a task that is queried otherwise, or not at all. */
  public void drop(WatchedTask task) {
    suspended.remove(task);
    if (probe == task) {
      probe = null;
    }
  }

  /**
   * The provider has shown a task.
   *
   * @param pollQueue where all suspended tasks go, if this task was queried to see whether the
   *     provider works: each is due now, or when the provider may be queried about it again
   */
  public void showed(WatchedTask task, PollQueue pollQueue, long now) {
    boolean isFound = !works && probe == task;
    probe = probe == task ? null : probe;
    works = true;
    for (WatchedTask next = suspended.first(); isFound && next != null; next = suspended.first()) {
      suspended.remove(next);
      long earliest = next.dueAt - TimeUnit.SECONDS.toNanos(next.mayBeEarlyBy);
      pollQueue.add(next, Math.max(now, earliest));
    }
  }

  /** Removes every task, when the watcher stops. */
  public void clear() {
    suspended.clear();
    probe = null;
  }

  private long delay(int doublings) {
    return MonotonicTime.nanos(backoff.delay(doublings));
  }
}
