package io.github.reelay.cli;

import io.github.reelay.cli.WatchOptions.Printing;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One wait for tasks, until all have ended or it is told to stop. */
final class Watching implements AutoCloseable {
  /** Events are on their way already; standard output may take no more of them. */
  private static final long LAST_EVENTS_MILLIS = 500;

  private final Board board;
  private final Scheduler scheduler;
  private final Follower follower;
  private final @Nullable Fetching fetching;
  private final @Nullable Keeping keeping;
  private final Watcher watcher;

  /** Waits for nothing yet. */
  Watching(
      Surroundings surroundings, WatchOptions options, Providers providers, HandleStore store) {
    this.board = Board.of(surroundings);
    this.scheduler = surroundings.scheduler().get();
    this.follower = new Follower(board, options.printing() == Printing.CHANGES);
    DownloadOptions download = options.download();
    this.fetching = download == null ? null : new Fetching(providers, download, board, scheduler);
    this.keeping = fetching == null ? null : new Keeping(fetching, follower);
    this.watcher = watcher(options, providers, store);
    watcher.events().subscribe(follower);
  }

  private Watcher watcher(WatchOptions options, Providers providers, HandleStore store) {
    WatcherBuilder builder =
        Watcher.builder(providers).scheduler(scheduler).store(store).rules(options::change);
    if (keeping != null) {
      builder.whenFinished(keeping::keep);
    }
    if (options.once()) {
      for (Provider provider : providers.all()) {
        builder.policy(provider.name(), new AskOnce());
      }
    }
    return builder.build();
  }

  /** Where the tasks are shown. */
  Board board() {
    return board;
  }

  /** Whether the download of a task is under way. */
  boolean isDownloading(TaskHandle task) {
    return keeping != null && keeping.isBusyWith(task);
  }

  /** Begins to wait; done when all has been done about all tasks, and the watcher knows it. */
  CompletableFuture<Void> begin(Collection<TaskHandle> tasks, Endings endings) {
    board.begin(tasks);
    return CompletableFuture.allOf(
        tasks.stream().map(task -> end(task, endings)).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> end(TaskHandle task, Endings endings) {
    return watcher
        .outcome(task)
        .thenCombine(follower.end(task), (outcome, shown) -> outcome)
        .thenCompose(outcome -> downloads(task).thenAccept(each -> endings.ended(outcome, each)));
  }

  private CompletableFuture<List<DownloadOutcome>> downloads(TaskHandle task) {
    return keeping == null ? CompletableFuture.completedFuture(List.of()) : keeping.of(task);
  }

  /**
   * Lets go of everything, and shows what there is left to show.
   *
   * @throws UncheckedIOException if the store failed to forget what has ended
   */
  @Override
  public void close() {
    try (board;
        scheduler;
        fetching) {
      try {
        watcher.stop();
      } finally {
        follower.all().completeOnTimeout(null, LAST_EVENTS_MILLIS, TimeUnit.MILLISECONDS).join();
      }
    }
  }
}
