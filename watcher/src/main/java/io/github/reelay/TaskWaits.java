package io.github.reelay;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOptions;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a run that has begun: takes what happens to them, saves the videos of those that
 * succeed, and reports how each ended.
 */
final class TaskWaits {
  private final Map<TaskHandle, TaskWait> waits = new LinkedHashMap<>();
  private final RunTasks tasks;
  private final CollectOptions options;
  private final @Nullable Downloader downloader;
  private final CollectListener listener;
  private final RunEvents events;
  private boolean over;

  /**
   * Prepares one wait for each open task; the watcher begins them.
   *
   * @param downloader null if videos are not saved
   */
  TaskWaits(
      RunTasks tasks, CollectOptions options, Downloader downloader, CollectListener listener) {
    this.tasks = tasks;
    this.options = options;
    this.downloader = downloader;
    this.listener = listener;
    this.events = new RunEvents(listener, this::take);
    for (TaskHandle handle : tasks.open()) {
      waits.put(handle, new TaskWait(options.limit() != null));
    }
  }

  /** Takes the events of the watcher. */
  RunEvents events() {
    return events;
  }

  /** Done when each task has ended once, or fails with what the listener threw then. */
  CompletableFuture<@Nullable Void> ended() {
    return CompletableFuture.allOf(
        waits.values().stream().map(TaskWait::ended).toArray(CompletableFuture<?>[]::new));
  }

  /** Done when the store may forget a handle, which may be never. */
  CompletableFuture<@Nullable Void> done(TaskHandle handle) {
    return Objects.requireNonNull(waits.get(handle)).done();
  }

  /** Takes no more ends, and begins no more downloads. */
  synchronized void stop() {
    over = true;
  }

  private synchronized boolean isOver() {
    return over;
  }

  /** Called when the listener has had the event. */
  private void take(TaskEvent event) {
    TaskWait wait = waits.get(event.handle());
    Outcome outcome = wait == null || isOver() ? null : wait.take(event);
    if (outcome != null) {
      download(wait, outcome)
          .thenAccept(all -> report(wait, new TaskResult(outcome, all)))
          .whenComplete((none, thrown) -> wait.fail(thrown));
    }
  }

  private CompletableFuture<List<DownloadOutcome>> download(TaskWait wait, Outcome outcome) {
    Path file = options.fileOf(outcome.handle());
    if (file == null || downloader == null || !NotCollected.hasSucceeded(outcome)) {
      return CompletableFuture.completedFuture(List.of());
    }
    wait.setDownloading(true);
    boolean byFormat = options.directory() != null;
    return downloader.downloadAll(
        outcome.succeededOrThrow(), file, new DownloadOptions(byFormat, options.retried(), events));
  }

  /** The listener may block, and the run may be over when it returns. */
  private void report(TaskWait wait, TaskResult result) {
    if (isOver()) {
      return;
    }
    wait.setDownloading(false);
    boolean taken = listener.ended(result);
    synchronized (this) {
      if (over) {
        return;
      }
      wait.end(result, taken);
    }
    settle(wait, result, taken);
  }

  /** The store forgets the handle before the run can be over. */
  private void settle(TaskWait wait, TaskResult result, boolean taken) {
    DownloadOutcome.NotSaved not = result.notSaved();
    if (not == null && taken) {
      wait.done().complete(null);
    } else if (not != null && listener == CollectRun.NOBODY) {
      wait.done().completeExceptionally(new NotSavedException(not)); // at least the log says so
    }
    wait.ended().complete(null);
  }

  /** Holds only tasks that have ended; a copy, in the order in which the tasks were given. */
  Map<TaskHandle, TaskResult> results() {
    Map<TaskHandle, TaskResult> results = new LinkedHashMap<>();
    waits.forEach(
        (handle, wait) -> {
          TaskResult result = wait.result();
          if (result != null) {
            results.put(handle, result);
          }
        });
    return results;
  }

  /** The tasks about which something is left to do. */
  Set<TaskHandle> left() {
    Set<TaskHandle> left = new LinkedHashSet<>(waits.keySet());
    left.removeIf(handle -> Objects.requireNonNull(waits.get(handle)).isDone());
    return left;
  }

  boolean isDownloading(TaskHandle handle) {
    TaskWait wait = waits.get(handle);
    return wait != null && wait.isDownloading();
  }

  /**
   * What has come of the tasks so far.
   *
   * @param now when a task may be queried again of which nothing is known
   */
  Collected collected(Instant now) {
    Map<TaskHandle, Path> saved = new LinkedHashMap<>(tasks.saved());
    Map<TaskHandle, NotCollected> failed = new LinkedHashMap<>();
    Map<TaskHandle, NotCollected> unfinished = new LinkedHashMap<>();
    waits.forEach(
        (handle, wait) -> {
          Outcome last = wait.outcome();
          Outcome outcome = last == null ? new Outcome.Unfinished(handle, null, now) : last;
          TaskResult result = wait.result();
          if (result != null
              && result.isDone()
              && NotCollected.hasSucceeded(outcome)
              && options.savesVideos()) {
            saved.put(handle, result.downloads().get(0).file());
          } else if (outcome.isFinal() && !NotCollected.hasSucceeded(outcome)) {
            failed.put(handle, new NotCollected(outcome, null));
          } else {
            unfinished.put(handle, new NotCollected(outcome, failure(result)));
          }
        });
    return new Collected(saved, failed, unfinished);
  }

  private static @Nullable DownloadFailure failure(@Nullable TaskResult result) {
    DownloadOutcome.NotSaved not = result == null ? null : result.notSaved();
    return not == null ? null : not.failure();
  }
}
