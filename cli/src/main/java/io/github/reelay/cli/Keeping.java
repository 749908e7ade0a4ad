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

/** Downloads the videos of each task that succeeds, before its handle may be forgotten. */
final class Keeping {
  private final Fetching fetching;
  private final Follower follower;
  private final Map<TaskHandle, CompletableFuture<List<DownloadOutcome>>> fetched =
      new ConcurrentHashMap<>();

  Keeping(Fetching fetching, Follower follower) {
    this.fetching = fetching;
    this.follower = follower;
  }

  /**
   * Takes a finished task.
   *
   * @return done when its handle may be forgotten; never, if a video of it is not on the disk
   */
  CompletionStage<?> keep(VideoTask task) {
    if (!(task.state() instanceof TaskState.Succeeded succeeded)) {
      return CompletableFuture.completedStage(null);
    }
    TaskHandle handle = Objects.requireNonNull(task.handle());
    CompletableFuture<?> kept = new CompletableFuture<>();
    fetched.put(
        handle,
        follower
            .end(handle) // so that its progress is shown after its success
            .thenCompose(shown -> fetching.fetch(task, succeeded))
            .thenApply(
                outcomes -> {
                  if (isSaved(outcomes)) {
                    kept.complete(null);
                  }
                  return outcomes;
                }));
    return kept;
  }

  /** How the downloads of a task that has ended end; none if it has no video. */
  CompletableFuture<List<DownloadOutcome>> of(TaskHandle task) {
    CompletableFuture<List<DownloadOutcome>> found = fetched.get(task);
    return found == null ? CompletableFuture.completedFuture(List.of()) : found;
  }

  /** Whether a download is under way. */
  boolean isBusyWith(TaskHandle task) {
    return !of(task).isDone();
  }

  static boolean isSaved(List<DownloadOutcome> outcomes) {
    return outcomes.stream().allMatch(DownloadOutcome.Saved.class::isInstance);
  }
}
