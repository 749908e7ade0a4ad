package io.github.reelay;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One task of a run: how its wait stands, and how it ended. Only the watcher's events are looked
 * at: to wait for a task again could begin a wait for one that has ended meanwhile.
 */
final class TaskWait {
  private final boolean passesSuspensions;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

  /** Why the wait is suspended; null if it goes on. */
  private @Nullable Outcome suspension;

  private @Nullable Outcome outcome;
  private @Nullable TaskResult result;
  private boolean isTaken;
  private boolean downloading;

  /**
   * A wait that has not begun.
   *
   * @param passesSuspensions whether it goes on when it is suspended
   */
  TaskWait(boolean passesSuspensions) {
    this.passesSuspensions = passesSuspensions;
  }

  /** Done when the store may forget the handle, which may be never. */
  CompletableFuture<@Nullable Void> done() {
    return done;
  }

  /** Done when the task has ended for the first time and its result was taken. */
  CompletableFuture<@Nullable Void> ended() {
    return ended;
  }

  /** How the wait ended, though a download may be under way; null if it has not. */
  synchronized @Nullable Outcome outcome() {
    return outcome;
  }

  /** Null until the downloads have ended too and the listener has returned. */
  synchronized @Nullable TaskResult result() {
    return result;
  }

  /**
   * Keeps the result. After a suspension a task may end twice; the last result counts.
   *
   * @param taken whether the listener has taken the result
   */
  synchronized void end(TaskResult value, boolean taken) {
    result = value;
    isTaken = taken;
  }

  /** Whether nothing is left to do about the task, and the listener knows it. */
  synchronized boolean isDone() {
    return isTaken && result != null && result.isDone();
  }

  /**
   * Fails {@link #ended} with what was thrown on the way there; null, after a normal end, changes
   * nothing.
   */
  void fail(@Nullable Throwable thrown) {
    if (thrown != null) {
      ended.completeExceptionally(
          thrown instanceof CompletionException ? thrown.getCause() : thrown);
    }
  }

  /** Whether a download is under way, or was when the run was closed. */
  synchronized boolean isDownloading() {
    return downloading;
  }

  synchronized void setDownloading(boolean value) {
    downloading = value;
  }

  /** Takes an event. Returns how the wait ended with it; null if it goes on. */
  synchronized @Nullable Outcome take(TaskEvent event) {
    suspension = suspension(event);
    Outcome end =
        switch (event.kind()) {
          case SUSPENDED -> passesSuspensions || outcome != null ? null : suspension;
          case ENDED -> end(((TaskEvent.Ended) event).outcome());
          case CHANGED,
              RESUMED,
              DOWNLOAD_STARTED,
              DOWNLOAD_PROGRESS,
              DOWNLOAD_ENDED,
              FOLLOW_UP_FAILED ->
              null;
        };
    outcome = end == null ? outcome : end;
    return end;
  }

  /** Why the wait is suspended after an event; null if it is not. */
  private @Nullable Outcome suspension(TaskEvent event) {
    return switch (event.kind()) {
      case CHANGED ->
          suspension == null ? null : reason(((TaskEvent.Changed) event).result(), suspension);
      case SUSPENDED -> ((TaskEvent.Suspended) event).outcome();
      case RESUMED -> null;
      case ENDED, DOWNLOAD_STARTED, DOWNLOAD_PROGRESS, DOWNLOAD_ENDED, FOLLOW_UP_FAILED ->
          suspension;
    };
  }

  /** While a wait is suspended, the last reason for it says more than that it did not finish. */
  private @Nullable Outcome end(Outcome last) {
    if (suspension == null || last.kind() != Outcome.Kind.UNFINISHED) {
      return last;
    }
    return passesSuspensions ? suspension : null; // without, it has ended with the suspension
  }

  /** The last reason counts; that there were too many queries says nothing of the task. */
  private static Outcome reason(QueryResult last, Outcome before) {
    if (!(last instanceof QueryResult.Failed failed)
        || failed.failure().kind() == FailureKind.RATE_LIMITED) {
      return before;
    }
    return switch (failed.failure().kind().group()) {
      case REFUSAL -> new Outcome.Refused(failed, false);
      case BAD_RESPONSE, TASK_END -> new Outcome.Unreachable(failed);
    };
  }
}
