package io.github.reelay.cli.watch;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
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
final class PendingHandles {
  private final @Nullable VideoDownloads downloads;
  private final EventPrinter printer;
  private final Map<TaskHandle, CompletableFuture<Void>> kept = new ConcurrentHashMap<>();
  private final Map<TaskHandle, CompletableFuture<List<DownloadOutcome>>> fetched =
      new ConcurrentHashMap<>();

  /**
   * Keeps nothing yet.
   *
   * @param downloads downloads videos; null if they are not wanted
   */
  PendingHandles(@Nullable VideoDownloads downloads, EventPrinter printer) {
    this.downloads = downloads;
    this.printer = printer;
  }

  /**
   * Takes a finished task, and begins to download its videos when its success has been shown.
   *
   * @return done when its handle may be forgotten, which may be never
   */
  CompletionStage<?> keep(VideoTask task) {
    TaskHandle handle = Objects.requireNonNull(task.handle());
    CompletableFuture<Void> open = kept.computeIfAbsent(handle, fresh -> new CompletableFuture<>());
    CompletableFuture<List<DownloadOutcome>> fetches = fetched(handle);
    if (downloads != null && task.state() instanceof TaskState.Succeeded succeeded) {
      printer
          .end(handle)
          .thenCompose(shown -> downloads.fetch(task, succeeded))
          .whenComplete((all, failed) -> complete(fetches, all, failed));
    } else {
      fetches.complete(List.of());
    }
    return open;
  }

  private static void complete(
      CompletableFuture<List<DownloadOutcome>> fetches,
      @Nullable List<DownloadOutcome> all,
      @Nullable Throwable failed) {
    if (all != null) {
      fetches.complete(all);
    } else {
      fetches.completeExceptionally(Objects.requireNonNull(failed));
    }
  }

  private CompletableFuture<List<DownloadOutcome>> fetched(TaskHandle task) {
    return fetched.computeIfAbsent(task, fresh -> new CompletableFuture<>());
  }

  /** How the downloads of a task end; none if it has no video. */
  CompletableFuture<List<DownloadOutcome>> downloads(Outcome outcome) {
    // Its end may be known here before it is handed over to be kept.
    return outcome instanceof Outcome.Finished
        ? fetched(outcome.handle())
        : CompletableFuture.completedFuture(List.of());
  }

  /** Whether a download is under way. */
  boolean isDownloading(TaskHandle task) {
    CompletableFuture<List<DownloadOutcome>> found = fetched.get(task);
    return found != null && !found.isDone();
  }

  /** Releases the handle of a task about which all has been done. */
  void forget(TaskHandle task) {
    CompletableFuture<Void> handle = kept.get(task);
    if (handle != null) {
      handle.complete(null);
    }
  }
}
