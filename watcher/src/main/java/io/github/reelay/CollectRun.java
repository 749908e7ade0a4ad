package io.github.reelay;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.download.Downloader;
import io.github.reelay.internal.DaemonThreads;
import io.github.reelay.internal.Handles;
import io.github.reelay.internal.store.StoreFailure;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One collection of tasks that can be followed and stopped: what {@link Reelay#collect} does while
 * it blocks. Opened by {@link Reelay#openRun}, begun once by {@link #start}, and closed by the
 * caller before its {@link Reelay}.
 *
 * <p>A handle is in the store file before its task is waited for. It leaves when the outcome is
 * {@linkplain Outcome#isFinal final}, all videos are on the disk, and the listener has taken the
 * result. Safe for use by many threads.
 */
public final class CollectRun implements AutoCloseable {
  /** Used without a listener: a download that fails is then logged. */
  static final CollectListener NOBODY = new CollectListener() {};

  /** How long closing waits for a listener that still takes the last events. */
  private static final long LAST_EVENTS_MILLIS = 500;

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

  private final ReelayContext context;
  private final CollectOptions options;
  private final HandleStore store;
  private final @Nullable Downloader downloader;
  private final Watcher watcher;
  private final RunTimer timer;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  private final Object closing = new Object();
  private volatile @Nullable TaskWaits waits;
  private boolean stopped;
  private @Nullable UncheckedIOException failure;

  /** A run that has not begun; it closes the store. */
  CollectRun(ReelayContext context, CollectOptions options, HandleStore store) {
    this.context = context;
    this.options = options;
    this.store = store;
    this.timer = new RunTimer(context.scheduler());
    this.downloader = options.savesVideos() ? context.downloader() : null;
    WatcherBuilder builder =
        context
            .watcher(store)
            .keepLastSeen(true)
            .whenEnded(outcome -> begun().done(outcome.handle()));
    if (options.singleQuery()) {
      for (Provider provider : context.providers().all()) {
        builder.policy(provider.name(), new SingleQueryPolicy());
      }
    }
    this.watcher = builder.build();
    context.shares().beginCollection();
  }

  /**
   * The handles in the store file that this run can wait for, in the order in which they were
   * added; a copy.
   */
  public Set<TaskHandle> kept() {
    return RunTasks.without(leftAlone().keySet(), store.handles());
  }

  /**
   * The handles in the store file that stay there and are not waited for, because a document
   * describes their provider ({@link Dialect#load}) and these providers do not have it: each with
   * the file of the document.
   */
  public Map<TaskHandle, String> leftAlone() {
    return store.withoutDialect(context.providerNames());
  }

  /** As {@link #start(Collection, CollectListener)}, without a listener. */
  public CompletableFuture<Collected> start(Collection<?> handles) {
    return start(handles, NOBODY);
  }

  /**
   * Begins to wait for those tasks and for what the store file has, without blocking.
   *
   * @param handles texts and {@link TaskHandle}s; may be empty
   * @param listener hears of each task, also of downloads that fail, which the log is then spared
   * @return what it has come to when all tasks have ended; fails only with what the listener threw
   * @throws IllegalArgumentException if one of the handles cannot be parsed, or if there are
   *     several and one {@linkplain CollectOptions#file file}
   * @throws UnknownProviderException if no provider is known for one of the handles
   * @throws UncheckedIOException if the directory or the store file cannot be used; no task is
   *     waited for then
   * @throws IllegalStateException if the run has begun already, or is closed
   */
  public CompletableFuture<Collected> start(Collection<?> handles, CollectListener listener) {
    Set<TaskHandle> given = Handles.of(handles);
    for (TaskHandle handle : given) {
      context.providers().get(handle.provider());
    }
    Runnable begun = context.scheduler().beginWork(); // no wait ends before all have begun
    try {
      begin(RunTasks.of(given, kept(), options), listener);
    } finally {
      begun.run();
    }
    return ended().thenApply(none -> collected());
  }

  private void begin(RunTasks tasks, CollectListener listener) {
    TaskWaits all = new TaskWaits(tasks, options, downloader, listener);
    synchronized (this) {
      if (waits != null || stopped) {
        throw new IllegalStateException(
            "expected a run that has not begun and is open, found it begun or closed");
      }
      waits = all;
    }
    watcher.events().subscribe(all.events());
    all.ended().whenComplete((none, failed) -> timer.hold());
    if (options.limit() != null) {
      timer.after(options.limit(), this::endWaits);
    }
    // Before others are added: one that ends soon is still in the store, and would be queried
    // again.
    Set<TaskHandle> added = new LinkedHashSet<>(tasks.open());
    added.removeAll(watcher.resume());
    watcher.addAll(added);
  }

  private TaskWaits begun() {
    TaskWaits all = waits;
    if (all == null) {
      throw new IllegalStateException("expected a run that has begun, found one that has not");
    }
    return all;
  }

  /**
   * Begins, and blocks until all tasks have ended, the run is closed, or the thread is interrupted,
   * which keeps its interrupt.
   *
   * @throws UncheckedIOException if the store failed to remove a handle
   */
  Collected await(Collection<TaskHandle> handles) {
    boolean interrupted = !blocked(start(handles));
    try {
      watcher.stop();
      return collected();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Blocks until the end. Returns whether the thread was not interrupted. */
  private boolean blocked(CompletableFuture<Collected> all) {
    try {
      CompletableFuture.anyOf(all, closed).get();
      return true;
    } catch (InterruptedException stop) {
      return false;
    } catch (ExecutionException defect) {
      throw new CompletionException(defect.getCause());
    }
  }

  private Collected collected() {
    return begun().collected(context.scheduler().clock().instant());
  }

  /** The results of tasks that have ended, given ones first. Throws if the run has not begun. */
  public Map<TaskHandle, TaskResult> results() {
    return begun().results();
  }

  /** The tasks that another run may go on with, because something is left to do about them. */
  public Set<TaskHandle> left() {
    return begun().left();
  }

  /** Whether a download of a task is under way, or was when the run was closed. */
  public boolean isDownloading(TaskHandle handle) {
    return begun().isDownloading(handle);
  }

  /** Done when all tasks have ended; immediately if the run has not begun. */
  CompletableFuture<?> ended() {
    TaskWaits all = waits;
    return all == null ? CompletableFuture.completedFuture(null) : all.ended();
  }

  /** Ends the waits as {@link Outcome.Unfinished}; downloads that are under way go on. */
  void endWaits() {
    try {
      watcher.stop();
    } catch (UncheckedIOException broken) {
      // Closing stops the watcher as well, and throws the same exception.
    }
  }

  /** Done when {@link #close} is over, even if it fails. */
  CompletableFuture<@Nullable Void> closed() {
    return closed;
  }

  /**
   * Ends waits and downloads, and closes the store file last; what is left stays in it, and what
   * was downloaded in part is kept. The listener hears of no end any more. Waits for a listener
   * that has not returned yet for half a second, and for downloads to release their files for a
   * second, or as long as {@link ReelayBuilder#closeTimeout} says if that is shorter. Closing again
   * only throws the same.
   *
   * @throws UncheckedIOException if the store file failed, now or before; all else is done
   *     nevertheless
   */
  @Override
  public void close() {
    synchronized (closing) {
      if (!closed.isDone()) {
        stop();
        try {
          closeAll();
        } catch (UncheckedIOException broken) {
          failure = broken;
        } finally {
          closed.complete(null);
        }
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private synchronized void stop() {
    stopped = true;
    if (waits != null) {
      waits.stop();
    }
  }

  private void closeAll() {
    try (timer;
        store) {
      try {
        watcher.stop();
      } finally {
        closeDownloads();
        context.shares().endCollection();
      }
    } catch (IOException broken) {
      throw StoreFailure.closing(store, broken);
    }
  }

  /** A disk or a name service that hangs is not waited for long. */
  private void closeDownloads() {
    TaskWaits all = waits;
    if (all != null) {
      all.events().complete().completeOnTimeout(null, LAST_EVENTS_MILLIS, MILLISECONDS).join();
    }
    Downloader last = downloader;
    if (last == null) {
      return;
    }
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    Runnable close =
        () -> {
          last.close();
          over.complete(null);
        };
    DaemonThreads.named("reelay-collect").newThread(close).start();
    Duration limit = context.closeTimeout();
    Closing.await(over, limit.compareTo(LONGEST_CLOSE) < 0 ? limit : LONGEST_CLOSE);
  }
}
