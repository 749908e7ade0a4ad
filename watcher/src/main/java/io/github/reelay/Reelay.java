package io.github.reelay;

import io.github.reelay.download.NotSavedException;
import io.github.reelay.exchange.QueryFailedException;
import io.github.reelay.internal.Handles;
import io.github.reelay.internal.store.StoreFailure;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.store.JournalRepair;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.UnfinishedException;
import io.github.reelay.watch.UnsuccessfulException;
import io.github.reelay.watch.Watcher;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A client for video-generation tasks: queries one, waits for one, saves its video, collects many.
 *
 * <pre>{@code
 * try (Reelay reelay = Reelay.fromEnvironment()) {
 *   VideoTask task = reelay.query("toapis:task_1");
 *   Outcome outcome = reelay.await("toapis:task_1", Duration.ofMinutes(10));
 *   Path video = reelay.download("toapis:task_1", Path.of("a.mp4"));
 *   Collected all = reelay.collect(handles, Path.of("videos"), Path.of("open-tasks"));
 * }
 * }</pre>
 *
 * <p>A task is named by its {@link TaskHandle} or by the text of it, {@code provider:id}; any other
 * text is an {@link IllegalArgumentException}, as {@link TaskHandle#parse} says, and an unknown
 * provider an {@link UnknownProviderException}.
 *
 * <p>It owns its providers, its watcher, its downloaders and its store, and closes them. Opens
 * nothing and starts no thread until the first call. All its threads are daemons: a {@code main}
 * that returns ends the program. Safe for use by many threads.
 */
public final class Reelay implements AutoCloseable {
  private final ReelayContext context;
  private final Providers providers;
  private final HandleStore store;
  private final Closeable afterwards;
  private final Watcher watcher;
  private final TaskDownloads downloads;
  private final CollectRuns runs;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A client. When all else is closed it closes {@code afterwards}. */
  Reelay(ReelayContext context, HandleStore store, Closeable afterwards) {
    this.context = context;
    this.providers = context.observedProviders();
    this.store = store;
    this.afterwards = afterwards;
    this.watcher = context.watcher(store).build();
    this.downloads = new TaskDownloads(context);
    this.runs = new CollectRuns(context);
  }

  /**
   * A client of all providers on the class path, with keys and base URLs from the environment; see
   * {@link Providers#discover()}.
   *
   * @throws IllegalArgumentException if a base URL or a proxy in the environment cannot be used
   */
  public static Reelay fromEnvironment() {
    return builder().build();
  }

  /** A builder. Everything has a default, so that {@code build()} is {@link #fromEnvironment}. */
  public static ReelayBuilder builder() {
    return new ReelayBuilder();
  }

  /** The providers, for what has no method here; closed with this client. */
  public Providers providers() {
    return providers;
  }

  /** As {@link #query(TaskHandle)}, by the text of the handle. */
  public VideoTask query(String handle) {
    return query(TaskHandle.parse(handle));
  }

  /**
   * Queries a task once, and blocks until the provider has responded or its deadline is over. The
   * task is shown in whatever state it is, a failed one too.
   *
   * @throws QueryFailedException if the response shows no task, with the result
   * @throws MissingKeyException if there is no key for the provider
   * @throws IllegalArgumentException if the id cannot be queried
   */
  public VideoTask query(TaskHandle handle) {
    return providers.query(handle).taskOrThrow();
  }

  /** As {@link #await(TaskHandle, Duration)}, by the text of the handle. */
  public Outcome await(String handle, Duration limit) {
    return await(TaskHandle.parse(handle), limit);
  }

  /**
   * Blocks until a task has ended, its provider refuses to show it or is unreachable for too long,
   * or the time is over. A thread that is interrupted gets {@link Outcome.Unfinished} immediately,
   * and keeps its interrupt. {@link Outcome#succeededOrThrow} is for those who need the video.
   *
   * @param limit from now
   * @throws IllegalArgumentException if the limit is negative, or the id cannot be queried
   * @throws IllegalStateException if this client is closed
   */
  public Outcome await(TaskHandle handle, Duration limit) {
    context.shares().beginWait();
    try {
      return watcher.await(handle, limit);
    } finally {
      context.shares().endWait();
    }
  }

  /** As {@link #watch(TaskHandle)}, by the text of the handle. */
  public CompletableFuture<Outcome> watch(String handle) {
    return watch(TaskHandle.parse(handle));
  }

  /**
   * Waits for a task without blocking, as long as the rules of its provider say.
   *
   * @return never fails by itself; cancelling it ends the wait
   * @throws IllegalArgumentException if the id cannot be queried
   * @throws IllegalStateException if this client is closed
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle) {
    CompletableFuture<Outcome> wait = watcher.watch(handle);
    context.shares().beginWait();
    wait.whenComplete((outcome, failed) -> context.shares().endWait());
    return wait;
  }

  /**
   * Goes on waiting for what the {@linkplain ReelayBuilder#store store} has kept, without blocking.
   *
   * @return the wait for each task, as {@link #watch(TaskHandle)} gives it; empty without a store
   * @throws IllegalStateException if this client is closed
   */
  public Map<TaskHandle, CompletableFuture<Outcome>> resume() {
    Map<TaskHandle, CompletableFuture<Outcome>> waits = new LinkedHashMap<>();
    watcher.resume().forEach(handle -> waits.put(handle, watch(handle)));
    return waits;
  }

  /** As {@link #download(TaskHandle, Path)}, by the text of the handle. */
  public Path download(String handle, Path file) {
    return download(TaskHandle.parse(handle), file);
  }

  /**
   * Blocks until a task has ended, and then until its video is saved; its first one, if there are
   * several. A download that broke off goes on where it ended, and a video that is there already is
   * not fetched again.
   *
   * @param file where the video shall be; its directory must exist
   * @return the file, complete and on the disk
   * @throws UnsuccessfulException if the task ended without a video; the message names the failure
   * @throws UnfinishedException if the wait ended before the task did
   * @throws NotSavedException if the video could not be saved, or if the thread is interrupted,
   *     which keeps its interrupt and what was downloaded
   * @throws IllegalArgumentException if the id cannot be queried
   * @throws IllegalStateException if this client is closed
   */
  public Path download(TaskHandle handle, Path file) {
    return TaskDownloads.await(handle, file, downloadAsync(handle, file));
  }

  /** As {@link #downloadAsync(TaskHandle, Path)}, by the text of the handle. */
  public CompletableFuture<Path> downloadAsync(String handle, Path file) {
    return downloadAsync(TaskHandle.parse(handle), file);
  }

  /**
   * Waits for a task and saves its video, without blocking; otherwise like {@link
   * #download(TaskHandle, Path)}.
   *
   * @return fails as that throws; cancelling it ends the wait or the download, and keeps what was
   *     downloaded
   * @throws IllegalArgumentException if the id cannot be queried
   * @throws IllegalStateException if this client is closed
   */
  public CompletableFuture<Path> downloadAsync(TaskHandle handle, Path file) {
    return downloads.start(watch(handle), file);
  }

  /**
   * Waits for each task and saves each of its videos in a directory, under its {@link
   * io.github.reelay.download.VideoFileName}; blocks until all have ended. A handle is in the store
   * file before its task is waited for, and leaves it when its video is on the disk, or when the
   * task is known to have none. After a restart or a kill at any moment another call goes on with
   * what the store file has; a video that is in the directory is not downloaded again, and a task
   * whose video is there and whose handle the store file no longer has is not queried.
   *
   * <p>A download that fails but may be repeated is repeated every five minutes until its URL has
   * expired. A thread that is interrupted gets what is known immediately, and keeps its interrupt.
   *
   * @param handles texts and {@link TaskHandle}s; may be empty, to go on only
   * @param directory made if it is missing
   * @param storeFile made if it is missing; its directory must exist. One call has it at a time
   * @throws IllegalArgumentException if one of the handles cannot be parsed; nothing is begun then
   * @throws UnknownProviderException if no provider is known for a handle that is given or in the
   *     store file; no task is waited for then
   * @throws UncheckedIOException if the directory or the store file cannot be used, or another call
   *     or process has the store file
   * @throws IllegalStateException if this client is closed
   */
  public Collected collect(Collection<?> handles, Path directory, Path storeFile) {
    Set<TaskHandle> tasks = Handles.of(handles);
    tasks.forEach(handle -> providers.get(handle.provider()));
    CollectOptions options =
        CollectOptions.builder().directory(directory).storeFile(storeFile).build();
    try (CollectRun run = openRun(options)) {
      return run.await(tasks);
    }
  }

  /**
   * Opens a run of {@link #collect} that does not block, can be followed and stopped, and has
   * options: without videos or without a store file, with a time limit, or with a single query of
   * each task. Nothing is queried before {@link CollectRun#start}. The caller closes it.
   *
   * @throws UncheckedIOException if the directory or the store file cannot be used, or another run
   *     or process has the store file
   * @throws IllegalStateException if this client is closed
   */
  public CollectRun openRun(CollectOptions options) {
    return runs.open(options);
  }

  /**
   * Rewrites a damaged store file with what can be read of it, and keeps a copy of it as it was.
   *
   * @return what was kept and what was dropped
   * @throws UncheckedIOException if the file is not a store file, or cannot be read or written, or
   *     another run or process has it
   */
  public static JournalRepair repair(Path storeFile) {
    try {
      return JournalHandleStore.repair(storeFile);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable.getMessage(), unusable);
    }
  }

  /**
   * Ends the waits as {@link Outcome.Unfinished}, waits for downloads that are under way, those of
   * {@link #collect} too, as long as {@link ReelayBuilder#closeTimeout} says, ends those that are
   * left, and closes everything. What was downloaded in part is kept. A thread that is interrupted
   * waits no longer. Closing again does nothing.
   *
   * @throws UncheckedIOException if the {@linkplain ReelayBuilder#store store} fails; all else is
   *     closed nevertheless
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (afterwards;
        store;
        downloads) {
      stop();
    } catch (IOException broken) {
      throw StoreFailure.closing(store, broken);
    }
  }

  /** Ends the waits first: what ends while closing waits begins no download. */
  private void stop() {
    try {
      watcher.stop();
    } finally {
      runs.endWaits();
      Closing.await(
          CompletableFuture.allOf(downloads.ended(), runs.ended()), context.closeTimeout());
      runs.close();
    }
  }
}
