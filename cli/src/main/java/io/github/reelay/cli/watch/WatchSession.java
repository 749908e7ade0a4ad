package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.watch.WatchOptions.Printing;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One wait for tasks, until all have ended or it is told to stop. */
final class WatchSession implements AutoCloseable {
  /** Events are on their way already; standard output may take no more of them. */
  private static final long LAST_EVENTS_MILLIS = 500;

  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final ProgressDisplay display;
  private final Scheduler scheduler;
  private final SuspendedWaits suspended;
  private final EventPrinter printer;
  private final @Nullable VideoDownloads downloads;
  private final PendingHandles pending;
  private final Watcher watcher;
  private final @Nullable Duration goesOnFor;
  private final long begunAt;

  /** Waits for nothing yet. */
  WatchSession(
      CommandContext context, WatchOptions options, Providers providers, HandleStore store) {
    this.display = ProgressDisplay.of(context);
    this.scheduler = context.scheduler().get();
    this.suspended = new SuspendedWaits(scheduler.clock());
    this.printer = new EventPrinter(display, options.printing() == Printing.CHANGES, suspended);
    DownloadOptions download = options.download();
    this.downloads =
        download == null ? null : new VideoDownloads(providers, download, display, scheduler);
    this.pending = new PendingHandles(downloads, printer);
    this.watcher = watcher(options, providers, store);
    this.goesOnFor = store == HandleStore.none() ? null : options.timeout();
    this.begunAt = scheduler.nanoTime();
    watcher.events().subscribe(printer);
  }

  private Watcher watcher(WatchOptions options, Providers providers, HandleStore store) {
    WatcherBuilder builder =
        Watcher.builder(providers)
            .scheduler(scheduler)
            .store(store)
            .rules(options::change)
            .whenFinished(pending::keep);
    if (options.once()) {
      for (Provider provider : providers.all()) {
        builder.policy(provider.name(), new SingleQueryPolicy());
      }
    }
    return builder.build();
  }

  /** Where the tasks are shown. */
  ProgressDisplay display() {
    return display;
  }

  /** Whether the download of a task is under way. */
  boolean isDownloading(TaskHandle task) {
    return pending.isDownloading(task);
  }

  /** Begins to wait; done when all has been done about all tasks, and the watcher knows it. */
  CompletableFuture<Void> begin(Collection<TaskHandle> tasks, RunResults results) {
    Runnable begun = scheduler.beginWork(); // no wait ends before all have begun
    display.begin(tasks);
    if (goesOnFor != null) {
      scheduler.schedule(suspended::end, begunAt + nanos(goesOnFor));
    }
    CompletableFuture<?>[] all =
        tasks.stream().map(task -> end(task, results)).toArray(CompletableFuture<?>[]::new);
    begun.run();
    return CompletableFuture.allOf(all)
        .whenComplete((none, failed) -> scheduler.beginWork()); // up to its close
  }

  private CompletableFuture<Void> end(TaskHandle task, RunResults results) {
    return outcome(task)
        .thenCompose(outcome -> shown(outcome))
        .thenCompose(
            outcome -> pending.downloads(outcome).thenAccept(all -> tell(outcome, all, results)));
  }

  private static long nanos(Duration time) {
    return time.compareTo(LONGEST) < 0 ? time.toNanos() : LONGEST.toNanos();
  }

  /** Done when all of its changes have been shown, unless the task is still watched. */
  private CompletableFuture<Outcome> shown(Outcome outcome) {
    boolean isWatched = goesOnFor != null && outcome.kind() == Outcome.Kind.UNFINISHED;
    return isWatched
        ? CompletableFuture.completedFuture(outcome)
        : printer.end(outcome.handle()).thenApply(shown -> outcome);
  }

  /** The first outcome of a wait; if it is suspended and may go on, the last within the time. */
  private CompletableFuture<Outcome> outcome(TaskHandle task) {
    if (goesOnFor == null) {
      return watcher.watch(task);
    }
    Duration rest = goesOnFor.minusNanos(scheduler.nanoTime() - begunAt);
    return watcher
        .watch(task, rest.isNegative() ? Duration.ZERO : rest)
        .thenCompose(outcome -> goOn(outcome));
  }

  private CompletableFuture<Outcome> goOn(Outcome outcome) {
    boolean isSuspended =
        switch (outcome.kind()) {
          case REFUSED, UNREACHABLE -> !outcome.isFinal();
          case FINISHED, UNFINISHED -> false;
        };
    return isSuspended ? suspended.end(outcome) : CompletableFuture.completedFuture(outcome);
  }

  /**
   * Reported before it is forgotten: a process that is killed in between reports it twice, never
   * not at all.
   */
  private void tell(Outcome outcome, List<DownloadOutcome> downloads, RunResults results) {
    if (results.ended(outcome, downloads)) {
      pending.forget(outcome.handle());
    }
  }

  /**
   * Closes everything, and shows what there is left to show.
   *
   * @throws UncheckedIOException if the store failed to forget what has ended
   */
  @Override
  public void close() {
    try (display;
        scheduler;
        downloads) {
      try {
        watcher.stop();
      } finally {
        printer.all().completeOnTimeout(null, LAST_EVENTS_MILLIS, TimeUnit.MILLISECONDS).join();
      }
    }
  }
}
