package io.github.reelay.download;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.download.http.VideoUrl;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Saves the videos of tasks. Safe for use by many threads; opens no connection and no file before
 * the first download.
 *
 * <pre>{@code
 * // Downloader downloader = Downloader.builder(providers).build();
 * DownloadOutcome outcome = downloader.download(task, directory.resolve("a.mp4")).join();
 * Path file = outcome.savedOrThrow().file(); // or an exception that says why there is none
 * }</pre>
 *
 * <p>A video is downloaded into {@code NAME.part} next to its file, and moved when it is complete,
 * recognised as a video and forced to the disk. So a file under its final name is a complete video;
 * one that is there already is not downloaded again. The next download resumes what a broken,
 * cancelled or killed one left, if the video host can say that the video is still the same.
 *
 * <p>After a broken connection the next attempt is made immediately if bytes have arrived, else
 * after 1, 2, 4 and so on up to 60 seconds; the tenth attempt in a row without new bytes ends the
 * download. The provider is queried for a new URL when the URL expires within ten seconds, when the
 * video host responds with 401, 403, 404 or 410, and when a response says that the URL has expired;
 * once until there is progress again. For some minutes after the end of its task a file may still
 * be missing ({@link DownloaderBuilder#gracePeriod}).
 *
 * <p>The provider's key is sent to no host but the provider's own: a URL with exactly the scheme,
 * host and port of its base URL that responds with 401 or 403 is requested again with the key,
 * unless {@link DownloaderBuilder#providerKey} forbids it. Other requests for videos carry no
 * credentials, and of the caller's only what {@link DownloaderBuilder#header} sets.
 */
public final class Downloader implements AutoCloseable {
  private static final long CLOSING_MILLIS = 1_000;
  private static final DownloadOptions BY_FORMAT =
      new DownloadOptions(true, false, DownloadOptions.DEFAULT.listener());

  private final DownloadContext context;
  private final Runnable afterwards;
  private final Map<Path, DownloadTask> latest = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private volatile boolean closed;

  /**
   * A downloader.
   *
   * @param afterwards closes what the downloader made itself
   */
  Downloader(DownloadContext context, Runnable afterwards) {
    this.context = context;
    this.afterwards = afterwards;
  }

  /**
   * A builder with all defaults.
   *
   * @param providers queried for URLs; the caller closes them
   */
  public static DownloaderBuilder builder(Providers providers) {
    return new DownloaderBuilder(providers);
  }

  /**
   * Saves the video of a task that has succeeded; its first one, if there are several.
   *
   * <p>The future completes with an outcome whatever happens, and never exceptionally. Cancelling
   * it ends the download and keeps the partial file. Dependent stages run on the thread of the
   * download.
   *
   * @param file the target; its directory must exist. A second download to the same file, here or
   *     in another process, ends as {@link DownloadFailureKind#BUSY}
   * @throws IllegalArgumentException if the task has no id
   */
  public CompletableFuture<DownloadOutcome> download(VideoTask succeeded, Path file) {
    return download(succeeded, job(handle(succeeded), file, DownloadOptions.DEFAULT));
  }

  /**
   * Saves a video under a name that the program chose, such as one of {@link VideoFileName}: its
   * extension is replaced by that of the video's format, which is {@code .mp4}, {@code .mov},
   * {@code .webm} or {@code .mkv}. A video that is there with any of them is not downloaded again.
   * Otherwise like {@link #download(VideoTask, Path)}.
   *
   * @param file the target if the video is an MP4; the outcome has the file that was written
   * @throws IllegalArgumentException if the task has no id
   */
  public CompletableFuture<DownloadOutcome> downloadByFormat(VideoTask succeeded, Path file) {
    return download(succeeded, job(handle(succeeded), file, BY_FORMAT));
  }

  private CompletableFuture<DownloadOutcome> download(VideoTask succeeded, DownloadJob job) {
    Video video = succeeded.video();
    return video == null
        ? CompletableFuture.completedFuture(noVideo(succeeded, job))
        : begin(job, VideoUrl.of(succeeded, video, now()));
  }

  private static DownloadOutcome noVideo(VideoTask task, DownloadJob job) {
    DownloadAbortedException aborted = DownloadErrors.noVideo(task.status().jsonName());
    return new DownloadOutcome.NotSaved(
        job.handle(), job.file(), DownloadFailure.of(job.handle(), aborted));
  }

  /**
   * Queries the provider for the task, and saves its video; otherwise like {@link
   * #download(VideoTask, Path)}. Until the provider has responded it is queued after those whose
   * expiry is known.
   */
  public CompletableFuture<DownloadOutcome> download(TaskHandle handle, Path file) {
    return begin(job(handle, file, DownloadOptions.DEFAULT), null);
  }

  /**
   * Saves all videos of a task that has succeeded: the first in that file, and the others next to
   * it under {@linkplain VideoFileName#numbered numbered} names. For those the provider is not
   * queried for a fresh URL, because a query shows the first one.
   *
   * @return the outcomes in the order of the videos; one that says why if the task has none.
   *     Cancelling it ends no download; {@link #close} does
   * @throws IllegalArgumentException if the task has no id
   */
  public CompletableFuture<List<DownloadOutcome>> downloadAll(
      VideoTask succeeded, Path file, DownloadOptions options) {
    TaskHandle handle = handle(succeeded);
    if (!(succeeded.state() instanceof TaskState.Succeeded state)) {
      return download(succeeded, job(handle, file, options)).thenApply(List::of);
    }
    List<CompletableFuture<DownloadOutcome>> all = new ArrayList<>();
    Instant seen = now();
    all.add(begin(job(handle, file, options), VideoUrl.of(succeeded, state.video(), seen)));
    for (Video video : state.more()) {
      Path next = VideoFileName.numbered(file, all.size() + 1);
      DownloadJob job = new DownloadJob(handle, next, count.incrementAndGet(), options, true, null);
      all.add(begin(job, VideoUrl.of(succeeded, video, seen)));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApply(none -> all.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<DownloadOutcome> begin(DownloadJob job, @Nullable VideoUrl url) {
    DownloadObserver observer = context.telemetry().open(job.handle().provider());
    if (observer == null) {
      return repeated(job, url);
    }
    CompletableFuture<DownloadOutcome> future = repeated(job.observedBy(observer), url);
    future.whenComplete((outcome, failed) -> context.telemetry().close(observer));
    return future;
  }

  private CompletableFuture<DownloadOutcome> repeated(DownloadJob job, @Nullable VideoUrl url) {
    return job.options().retried() && url != null
        ? new RetriedDownload(context, () -> closed).start(() -> start(job, url), url.expiresAt())
        : start(job, url);
  }

  /**
   * What a watcher is to do with each finished task: saves the videos of one that has succeeded in
   * that directory, under its {@link VideoFileName} with the extension of its format, and does
   * nothing about others. Downloads are {@linkplain DownloadOptions#retried retried}. The stage
   * gives the files in the order of the videos, none for a task without any. It fails with a {@link
   * NotSavedException} if a video could not be saved; after {@link #close} it fails or never
   * completes.
   *
   * @param directory must exist
   * @see io.github.reelay.watch.WatcherBuilder#whenFinished
   */
  public Function<VideoTask, CompletionStage<List<DownloadOutcome.Saved>>> savingTo(
      Path directory) {
    return savingTo(directory, DownloadOptions.DEFAULT.listener());
  }

  /**
   * As {@link #savingTo(Path)}, with a listener for these downloads alone, in addition to that of
   * the builder.
   *
   * @param directory must exist
   */
  public Function<VideoTask, CompletionStage<List<DownloadOutcome.Saved>>> savingTo(
      Path directory, DownloadListener listener) {
    DownloadOptions options = new DownloadOptions(true, true, listener);
    return task ->
        task.state() instanceof TaskState.Succeeded
            ? downloadAll(task, directory.resolve(VideoFileName.of(handle(task))), options)
                .thenApply(all -> all.stream().map(DownloadOutcome::savedOrThrow).toList())
            : CompletableFuture.completedStage(List.of());
  }

  private Instant now() {
    return context.scheduler().clock().instant();
  }

  /**
   * Ends all downloads as {@link DownloadFailureKind#CLOSED} and waits, for a second at most, until
   * their files are closed.
   */
  @Override
  public void close() {
    closed = true;
    List<DownloadTask> open = List.copyOf(latest.values());
    open.forEach(download -> download.end(download.closed()));
    await(open);
    context.telemetry().closeAll();
    afterwards.run();
  }

  private static TaskHandle handle(VideoTask task) {
    TaskHandle handle = task.handle();
    if (handle == null) {
      throw new IllegalArgumentException("expected a task with an id, found one without");
    }
    return handle;
  }

  private DownloadJob job(TaskHandle handle, Path file, DownloadOptions options) {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(file, "file");
    return new DownloadJob(handle, file, count.incrementAndGet(), options, false, null);
  }

  private CompletableFuture<DownloadOutcome> start(DownloadJob job, @Nullable VideoUrl videoUrl) {
    DownloadTask download = new DownloadTask(job, videoUrl, context);
    DownloadTask before = register(download);
    if (before == download) {
      download.end(download.busyElsewhere());
      return download.future();
    }
    CompletableFuture<DownloadOutcome> future = download.future();
    future.whenComplete((outcome, failure) -> download.end(download.closed()));
    download.released().thenRun(() -> latest.remove(job.target(), download));
    if (closed) {
      download.end(download.closed());
    } else if (before == null) {
      context.queue().enter(download);
    } else {
      before.released().thenRun(() -> context.queue().enter(download));
    }
    return future;
  }

  /**
   * Registers a download for its file.
   *
   * @return the one before, which is over but may still have the file open; null if there is none;
   *     the new download itself if another one is not over
   */
  private @Nullable DownloadTask register(DownloadTask download) {
    DownloadTask[] before = new DownloadTask[1];
    latest.compute(
        download.job().target(),
        (target, other) -> {
          boolean taken = other != null && !other.isOver();
          before[0] = taken ? download : other;
          return taken ? other : download;
        });
    return before[0];
  }

  private static void await(List<DownloadTask> downloads) {
    CompletableFuture<?>[] all =
        downloads.stream().map(DownloadTask::released).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException unreleased) {
      // A name service or a disk that hangs: the thread closes the file when it returns.
    }
  }
}
