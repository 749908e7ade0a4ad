package io.github.reelay.cli.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The waits that the watcher has suspended, until they end or the time for all of them is over.
 * Only the watcher's events are looked at: to wait for a task again could begin a wait for one that
 * has ended meanwhile.
 */
final class SuspendedWaits {
  private final Map<TaskHandle, Wait> waits = new ConcurrentHashMap<>();
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private final InstantSource clock;

  SuspendedWaits(InstantSource clock) {
    this.clock = clock;
  }

  /** What is known of a wait that was suspended at least once. */
  private static final class Wait {
    private final CompletableFuture<Outcome> end = new CompletableFuture<>();

    /** Why it is suspended; null if it goes on. */
    private @Nullable Outcome reason;

    private boolean goesOn;
    private QueryResult.@Nullable Found lastSeen;
  }

  /**
   * How a suspended wait ends: as its task does, or with what is known when the time is over.
   *
   * @param reason why it is suspended, or was at first
   */
  CompletableFuture<Outcome> end(Outcome reason) {
    Wait wait = wait(reason.handle());
    synchronized (wait) {
      if (wait.reason == null && !wait.goesOn) {
        wait.reason = reason; // its event is still on the way
      }
    }
    return wait.end.applyToEither(
        over.thenApply(none -> soFar(reason.handle(), wait)), outcome -> outcome);
  }

  /** The wait is suspended. */
  void suspended(Outcome reason) {
    Wait wait = wait(reason.handle());
    synchronized (wait) {
      wait.reason = reason;
    }
  }

  /** The wait goes on. */
  void resumed(TaskHandle task) {
    Wait wait = wait(task);
    synchronized (wait) {
      wait.reason = null;
      wait.goesOn = true;
    }
  }

  /**
   * A response differs from the one before; while the wait is suspended it is the reason for it.
   */
  void changed(TaskHandle task, QueryResult result) {
    Wait wait = waits.get(task);
    if (wait == null) {
      return;
    }
    synchronized (wait) {
      if (result instanceof QueryResult.Found found) {
        wait.lastSeen = found;
      } else if (wait.reason != null && result instanceof QueryResult.Failed failed) {
        wait.reason = reason(failed, wait.reason);
      }
    }
  }

  private static Outcome reason(QueryResult.Failed last, Outcome before) {
    return switch (last.failure().kind()) {
      case RATE_LIMITED -> before;
      case PROVIDER_ERROR, UNREADABLE_RESPONSE, UNREACHABLE -> new Outcome.Unreachable(last);
      default -> new Outcome.Refused(last, false);
    };
  }

  /** The wait has ended; if it was suspended up to then, the reason says more than that. */
  void ended(Outcome outcome) {
    Wait wait = waits.get(outcome.handle());
    if (wait == null) {
      return;
    }
    Outcome reason;
    synchronized (wait) {
      reason = wait.reason;
    }
    boolean isSuspended = reason != null && outcome.kind() == Outcome.Kind.UNFINISHED;
    wait.end.complete(isSuspended ? reason : outcome);
  }

  /** The time is over. */
  void end() {
    over.complete(null);
  }

  private Outcome soFar(TaskHandle task, Wait wait) {
    synchronized (wait) {
      Instant now = clock.instant();
      return wait.reason != null ? wait.reason : new Outcome.Unfinished(task, wait.lastSeen, now);
    }
  }

  private Wait wait(TaskHandle task) {
    return waits.computeIfAbsent(task, fresh -> new Wait());
  }
}
