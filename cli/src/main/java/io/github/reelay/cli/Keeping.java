package io.github.reelay.cli;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the handle of a finished task until all has been done about it: its videos are on the disk,
 * if they are wanted, and its end has been told.
 */
final class Keeping {
  private final @Nullable Fetching fetching;
  private final Follower follower;
  private final Map<TaskHandle, CompletableFuture<Void>> kept = new ConcurrentHashMap<>();
  private final Map<TaskHandle, CompletableFuture<List<DownloadOutcome>>> fetched =
      new ConcurrentHashMap<>();

  /**
   * Keeps nothing yet.
   *
   * @param fetching downloads videos; null if they are not wanted
   */
  Keeping(@Nullable Fetching fetching, Follower follower) {
    this.fetching = fetching;
    this.follower = follower;
  }

  /**
   * Takes a finished task, and begins to download its videos when its success has been shown.
   *
   * @return done when its handle may be forgotten, which may be never
   */
  CompletionStage<?> keep(VideoTask task) {
    TaskHandle handle = Objects.requireNonNull(task.handle());
    if (fetching != null && task.state() instanceof TaskState.Succeeded succeeded) {
      Fetching fetches = fetching;
      CompletableFuture<Void> begun = new CompletableFuture<>();
      // Known before it begins: whoever asks meanwhile must not find it idle.
      fetched.put(
          handle,
          begun
              .thenCompose(known -> follower.end(handle))
              .thenCompose(shown -> fetches.fetch(task, succeeded)));
      begun.complete(null);
    }
    return kept.computeIfAbsent(handle, fresh -> new CompletableFuture<>());
  }

  /** How the downloads of a task that has ended end; none if it has no video. */
  CompletableFuture<List<DownloadOutcome>> downloads(TaskHandle task) {
    CompletableFuture<List<DownloadOutcome>> found = fetched.get(task);
    return found == null ? CompletableFuture.completedFuture(List.of()) : found;
  }

  /** Whether a download is under way. */
  boolean isDownloading(TaskHandle task) {
    return !downloads(task).isDone();
  }

  /** Lets go of a task about which all has been done. */
  void forget(TaskHandle task) {
    CompletableFuture<Void> handle = kept.get(task);
    if (handle != null) {
      handle.complete(null);
    }
  }
}
