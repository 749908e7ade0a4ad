package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.terminal.TaskProgress;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.TaskEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/** Shows each change of each task, and takes a suspended wait for one that has ended so far. */
final class EventPrinter implements Flow.Subscriber<TaskEvent> {
  private final ProgressDisplay display;
  private final boolean printing;
  private final Map<TaskHandle, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();
  private final SuspendedWaits suspended;
  private final CompletableFuture<Void> all = new CompletableFuture<>();

  /**
   * Follows nothing yet.
   *
   * @param printing whether each change is a result as well
   * @param suspended the waits that the watcher suspends
   */
  EventPrinter(ProgressDisplay display, boolean printing, SuspendedWaits suspended) {
    this.display = display;
    this.printing = printing;
    this.suspended = suspended;
  }

  /** Done when all has been shown that there is of a task. */
  CompletableFuture<Void> end(TaskHandle task) {
    return ends.computeIfAbsent(task, fresh -> new CompletableFuture<>());
  }

  /** Done when the watcher has stopped and all has been shown. */
  CompletableFuture<Void> all() {
    return all;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(TaskEvent event) {
    switch (event.kind()) {
      case CHANGED -> changed((TaskEvent.Changed) event);
      case SUSPENDED -> {
        suspended.suspended(((TaskEvent.Suspended) event).outcome());
        end(event.handle()).complete(null);
      }
      case RESUMED -> {
        ends.remove(event.handle());
        suspended.resumed(event.handle());
      }
      case ENDED -> {
        end(event.handle()).complete(null);
        suspended.ended(((TaskEvent.Ended) event).outcome());
      }
      case DOWNLOAD_STARTED, DOWNLOAD_PROGRESS, DOWNLOAD_ENDED, FOLLOW_UP_FAILED -> {
        // VideoDownloads reports the downloads to the display itself.
      }
    }
  }

  private void changed(TaskEvent.Changed change) {
    suspended.changed(change.handle(), change.result());
    display.show(change.handle(), TaskProgress.of(change.result()));
    if (printing) {
      display.result(CanonicalJson.line(change.result()));
    }
  }

  @Override
  public void onError(Throwable failed) {
    all.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    all.complete(null);
  }
}
