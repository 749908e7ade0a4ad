package io.github.reelay.internal.poll;

import io.github.reelay.policy.PollHistory;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.ProviderHistory;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the responses of a provider say about the provider, and whether what it denies is to be
 * believed. Guarded by its poller.
 */
public final class ProviderHealth {
  private static final System.Logger LOG = System.getLogger("io.github.reelay.watch.Watcher");

  /** This number of denied tasks, while none is shown, is no accident. */
  private static final int ENOUGH = 3;

  private static final long NEVER = Long.MIN_VALUE / 2;

  private final String provider;
  private final long grace;
  private final long recordsKept;
  private final int evidence;
  private final @Nullable String[] denied = new @Nullable String[ENOUGH];
  private final long[] deniedAt = {NEVER, NEVER, NEVER};
  private long shownAt = NEVER;
  private long doubtedAt = NEVER;
  private long trustedSince = NEVER;
  private boolean doubted;
  private boolean warned;

  /** Starts without a doubt about the provider, which has shown nothing yet. */
  public ProviderHealth(String provider, PollingRules rules) {
    this.provider = provider;
    this.grace = MonotonicTime.nanos(rules.retryLimits().gracePeriod());
    this.recordsKept = MonotonicTime.nanos(rules.recordsKept());
    this.evidence = Math.min(2, rules.retryLimits().maxDenials());
  }

  /** What policies know of the provider. */
  public ProviderHistory history() {
    return new ProviderHistory(shownAt != NEVER, doubted);
  }

  /** Since when denials count: those from before were given while there was a doubt. */
  public long trustedSince() {
    return trustedSince;
  }

  /** Notes that a task was shown, which ends a doubt when the grace period is over. */
  public void showed(long now) {
    shownAt = now;
    if (doubted && now - doubtedAt >= grace) {
      doubted = false;
      warned = false;
      trustedSince = now;
    }
  }

  /**
   * Notes a denial. It begins a doubt if the task was shown before, or if enough tasks were denied
   * and none was shown.
   */
  public void denied(WatchedTask task, long now) {
    remember(task.id, now);
    PollHistory history = task.history();
    if (history.shown()) {
      doubt(task.age(now) < recordsKept, now);
    } else if (history.denialsInARow() >= evidence) {
      long since = Math.min(now - grace, task.startedAt + history.streakBegan().toNanos());
      doubt(shownAt < since && deniedSince(since) >= ENOUGH, now);
    }
  }

  private void doubt(boolean found, long now) {
    if (found) {
      doubted = true;
      doubtedAt = now;
    }
  }

  /** Takes the slot of the same task, else the oldest. */
  private void remember(String id, long now) {
    int slot = 0;
    for (int i = 0; i < ENOUGH && !id.equals(denied[slot]); i++) {
      if (id.equals(denied[i]) || deniedAt[i] < deniedAt[slot]) {
        slot = i;
      }
    }
    denied[slot] = id;
    deniedAt[slot] = now;
  }

  private int deniedSince(long since) {
    int count = 0;
    for (long at : deniedAt) {
      count += at >= since ? 1 : 0;
    }
    return count;
  }

  /** Warns once: a task was denied often enough to be forgotten, and is kept for the doubt. */
  public void warn() {
    if (doubted && !warned) {
      warned = true;
      LOG.log(
          Level.WARNING,
          provider
              + ": expected the provider to know at least one of several tasks, found that it"
              + " denies them all or one that it has shown; the API key or the base URL is likely"
              + " that of another account or host, so no task is forgotten");
    }
  }
}
