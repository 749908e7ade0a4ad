package io.github.reelay;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.internal.Lazy;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Downloads of single tasks, each begun when the wait for its task has ended. */
final class TaskDownloads implements AutoCloseable {
  private final Lazy<Downloader> downloader;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Makes the downloader with the first download, so that a program that saves nothing has none.
   */
  TaskDownloads(ReelayContext context) {
    this.downloader =
        new Lazy<>("Reelay") {
          @Override
          protected Downloader make() {
            return context.downloader();
          }
        };
  }

  /**
   * Saves the video when the wait has ended; cancelling the future ends whichever of the two is
   * under way.
   */
  CompletableFuture<Path> start(CompletableFuture<Outcome> wait, Path file) {
    CompletableFuture<Path> saved = new CompletableFuture<>();
    saved.whenComplete((path, failed) -> wait.cancel(true)); // nothing, once it has ended
    wait.thenCompose(outcome -> begin(outcome.succeededOrThrow(), file, saved))
        .whenComplete((path, failed) -> end(saved, path, failed));
    return saved;
  }

  private CompletableFuture<Path> begin(VideoTask task, Path file, CompletableFuture<Path> saved) {
    CompletableFuture<DownloadOutcome> download = downloader.get().download(task, file);
    underWay.add(download);
    download.whenComplete((outcome, failed) -> underWay.remove(download));
    saved.whenComplete((path, failed) -> download.cancel(true)); // nothing, once it has ended
    return download.thenApply(outcome -> outcome.savedOrThrow().file());
  }

  private static void end(
      CompletableFuture<Path> saved, @Nullable Path path, @Nullable Throwable failed) {
    if (path != null) {
      saved.complete(path);
    } else {
      Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
      saved.completeExceptionally(cause != null ? cause : new IllegalStateException(failed));
    }
  }

  /** Blocks until the video is saved, and throws what the future failed with. */
  static Path await(TaskHandle handle, Path file, CompletableFuture<Path> saved) {
    try {
      return saved.get();
    } catch (InterruptedException interrupted) {
      saved.cancel(true);
      Thread.currentThread().interrupt();
      return stopped(handle, file).savedOrThrow().file();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(handle + ": expected a saved video, found a defect", failed);
    }
  }

  private static DownloadOutcome stopped(TaskHandle handle, Path file) {
    String sentence =
        handle
            + ": expected a saved video, found that the waiting thread was interrupted; download it"
            + " again";
    return new DownloadOutcome.NotSaved(
        handle, file, new DownloadFailure(DownloadFailureKind.CLOSED, sentence, null, null));
  }

  /** Done when the downloads that are under way now have ended; later ones are not waited for. */
  CompletableFuture<Void> ended() {
    return CompletableFuture.allOf(underWay.toArray(CompletableFuture<?>[]::new));
  }

  /** Ends those that are under way; what was downloaded in part is kept. */
  @Override
  public void close() {
    Downloader last = downloader.close();
    if (last != null) {
      last.close();
    }
  }
}
