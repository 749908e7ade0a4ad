package io.github.reelay;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.download.VideoFileName;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One {@link Reelay#collect}, with a watcher and a downloader of its own. The watcher removes a
 * handle from the store after the video is on the disk. A program that was killed in between finds
 * handle and video, and downloads nothing twice.
 */
final class CollectRun implements AutoCloseable {
  private final ReelayContext context;
  private final Path directory;
  private final HandleStore store;
  private final Downloader downloader;
  private final Watcher watcher;
  private final Map<TaskHandle, Path> saved = new LinkedHashMap<>();
  private final Map<TaskHandle, CompletableFuture<Outcome>> waits = new LinkedHashMap<>();
  private final Map<TaskHandle, CompletableFuture<@Nullable DownloadOutcome>> downloads =
      new ConcurrentHashMap<>();

  private final CompletableFuture<@Nullable Void> abandoned = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

  /** A run that has not begun. */
  CollectRun(ReelayContext context, Path directory, HandleStore store) {
    this.context = context;
    this.directory = directory;
    this.store = store;
    this.downloader = context.downloader();
    this.watcher = context.watcher(store).whenFinished(this::save).build();
    context.shares().beginCollection();
  }

  /**
   * Handles that are given as such or as their texts.
   *
   * @throws IllegalArgumentException if one of them is neither
   */
  static Set<TaskHandle> handles(Collection<?> given) {
    Set<TaskHandle> handles = new LinkedHashSet<>();
    given.forEach(each -> handles.add(handle(each)));
    return handles;
  }

  private static TaskHandle handle(Object handle) {
    if (handle instanceof TaskHandle known) {
      return known;
    }
    if (handle instanceof String text) {
      return TaskHandle.parse(text);
    }
    throw new IllegalArgumentException(
        "expected handles as texts or TaskHandles, found one of " + handle.getClass().getName());
  }

  /**
   * Collects those tasks and what the store has.
   *
   * @throws IOException if the directory cannot be read
   */
  Collected run(Set<TaskHandle> given) throws IOException {
    Runnable begun = context.scheduler().beginWork();
    try {
      begin(given);
    } finally {
      begun.run();
    }
    boolean interrupted = !awaitEnds();
    try {
      watcher.stop();
      if (!interrupted && !abandoned.isDone()) {
        Closing.await(watcher.idle(), context.closeTimeout()); // the last handle leaves the store
      }
      return collected();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void begin(Set<TaskHandle> given) throws IOException {
    Set<TaskHandle> kept = store.handles();
    Set<TaskHandle> open = new LinkedHashSet<>();
    for (TaskHandle handle : given) {
      Path video = kept.contains(handle) ? null : VideoFileName.find(directory, handle);
      if (video == null) {
        open.add(handle);
      } else {
        saved.put(handle, video);
      }
    }
    // Before others are added: one that ends soon is still in the store, and would be queried
    // again.
    Set<TaskHandle> resumed = watcher.resume();
    watcher.addAll(open.stream().filter(handle -> !resumed.contains(handle)).toList());
    open.addAll(resumed);
    open.forEach(handle -> waits.put(handle, watcher.watch(handle)));
  }

  /** Runs before the handle of a finished task leaves the store, which it does if this succeeds. */
  private CompletionStage<?> save(VideoTask task) {
    CompletableFuture<@Nullable DownloadOutcome> end =
        download(Objects.requireNonNull(task.handle()));
    CompletionStage<?> saving = downloader.savingTo(directory).apply(task);
    saving.whenComplete((result, failed) -> end.complete(outcome(result, failed)));
    return saving;
  }

  private static @Nullable DownloadOutcome outcome(
      @Nullable Object result, @Nullable Throwable failed) {
    Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
    if (cause instanceof NotSavedException notSaved) {
      return notSaved.outcome();
    }
    return result instanceof DownloadOutcome.Saved done ? done : null;
  }

  private CompletableFuture<@Nullable DownloadOutcome> download(TaskHandle handle) {
    return downloads.computeIfAbsent(handle, fresh -> new CompletableFuture<>());
  }

  /** Returns whether it was not interrupted. */
  private boolean awaitEnds() {
    List<CompletableFuture<?>> ends = new ArrayList<>();
    waits.values().forEach(wait -> ends.add(wait.thenCompose(outcome -> end(outcome))));
    CompletableFuture<?> all = CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new));
    try {
      CompletableFuture.anyOf(all, abandoned).get();
      return true;
    } catch (InterruptedException stopped) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("nobody fails this future", impossible);
    }
  }

  private CompletionStage<?> end(Outcome outcome) {
    return hasVideo(outcome)
        ? download(outcome.handle())
        : CompletableFuture.completedStage(outcome);
  }

  private static boolean hasVideo(Outcome outcome) {
    return outcome instanceof Outcome.Finished finished
        && finished.task().status() == TaskStatus.SUCCEEDED;
  }

  private Collected collected() {
    Map<TaskHandle, NotCollected> failed = new LinkedHashMap<>();
    Map<TaskHandle, NotCollected> unfinished = new LinkedHashMap<>();
    waits.forEach(
        (handle, wait) -> {
          Outcome outcome = wait.getNow(unknown(handle));
          DownloadOutcome download = download(handle).getNow(null);
          if (download instanceof DownloadOutcome.Saved done) {
            saved.put(handle, done.file());
          } else if (outcome.isFinal() && !hasVideo(outcome)) {
            failed.put(handle, new NotCollected(outcome, null));
          } else {
            unfinished.put(handle, new NotCollected(outcome, failure(download)));
          }
        });
    return new Collected(saved, failed, unfinished);
  }

  private Outcome unknown(TaskHandle handle) {
    return new Outcome.Unfinished(handle, null, context.scheduler().clock().instant());
  }

  private static @Nullable DownloadFailure failure(@Nullable DownloadOutcome download) {
    return download instanceof DownloadOutcome.NotSaved not ? not.failure() : null;
  }

  /** Ends the waits; downloads that are under way go on. */
  void stop() {
    try {
      watcher.stop();
    } catch (UncheckedIOException broken) {
      // The run stops it as well, and throws the same.
    }
  }

  /** Waits for nothing any more, not for downloads either. */
  void abandon() {
    abandoned.complete(null);
  }

  /** Done when everything is closed. */
  CompletableFuture<@Nullable Void> closed() {
    return closed;
  }

  /**
   * Ends what is left, and closes the store last: what is still to be removed from it is.
   *
   * @throws IOException if the store cannot be closed
   */
  @Override
  public void close() throws IOException {
    try (store;
        downloader;
        watcher) {
      context.shares().endCollection();
    } finally {
      closed.complete(null);
    }
  }
}
