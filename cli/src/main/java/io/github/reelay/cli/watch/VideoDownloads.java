package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.terminal.TaskProgress;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Brings videos to the disk and shows how far they are. */
final class VideoDownloads implements AutoCloseable {
  private static final long CLOSING_MILLIS = 300;

  private final DownloadOptions options;
  private final Downloader downloader;

  /**
   * For the further videos of a task. If one of their URLs has expired no provider is queried,
   * because the fresh URL would be that of the first video.
   */
  private final Downloader further;

  VideoDownloads(
      Providers providers, DownloadOptions options, ProgressDisplay display, Scheduler scheduler) {
    this.options = options;
    this.downloader = builder(providers, display, scheduler).build();
    this.further = builder(providers, display, scheduler).freshUrls(false).build();
  }

  private DownloaderBuilder builder(
      Providers providers, ProgressDisplay display, Scheduler scheduler) {
    DownloaderBuilder builder = Downloader.builder(providers);
    options.requests().accept(builder);
    return builder
        .scheduler(scheduler)
        .allowPrivateAddresses(options.allowPrivate())
        .replace(options.replace())
        .progress(
            (task, bytes, total) -> display.show(task, TaskProgress.ofDownload(bytes, total)));
  }

  /** Fetches all videos of a task that has succeeded. */
  CompletableFuture<List<DownloadOutcome>> fetch(VideoTask task, TaskState.Succeeded succeeded) {
    TaskHandle handle = Objects.requireNonNull(task.handle());
    Path file = options.file().apply(handle);
    List<CompletableFuture<DownloadOutcome>> all = new ArrayList<>();
    all.add(fetch(downloader, task, file));
    for (Video video : succeeded.more()) {
      TaskState alone = new TaskState.Succeeded(video, List.of());
      VideoTask other =
          VideoTask.builder(handle.provider(), handle.id(), alone)
              .createdAt(task.createdAt())
              .completedAt(task.completedAt())
              .build();
      all.add(fetch(further, other, VideoFiles.numbered(file, all.size() + 1)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<DownloadOutcome> fetch(Downloader by, VideoTask task, Path file) {
    return options.byFormat() ? by.downloadByFormat(task, file) : by.download(task, file);
  }

  /**
   * What was fetched in part is kept. A disk or a name service that hangs is not waited for long:
   * the handles are still to be printed.
   */
  @Override
  public void close() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(downloader::close),
            CompletableFuture.runAsync(further::close))
        .completeOnTimeout(null, CLOSING_MILLIS, TimeUnit.MILLISECONDS)
        .join();
  }
}
