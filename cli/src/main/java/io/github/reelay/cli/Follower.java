package io.github.reelay.cli;

import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.WatchEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;

/** Shows each change of each task, and takes a suspended wait for one that has ended so far. */
final class Follower implements Flow.Subscriber<WatchEvent> {
  private final Board board;
  private final boolean printing;
  private final Map<TaskHandle, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();
  private final SuspendedWaits suspended = new SuspendedWaits();
  private final CompletableFuture<Void> all = new CompletableFuture<>();

  /**
   * Follows nothing yet.
   *
   * @param printing whether each change is a result as well
   */
  Follower(Board board, boolean printing) {
    this.board = board;
    this.printing = printing;
  }

  /** Done when all has been shown that there is of a task. */
  CompletableFuture<Void> end(TaskHandle task) {
    return ends.computeIfAbsent(task, fresh -> new CompletableFuture<>());
  }

  SuspendedWaits suspended() {
    return suspended;
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
  public void onNext(WatchEvent event) {
    if (event instanceof WatchEvent.Changed change) {
      board.show(change.handle(), Stand.of(change.reading()));
      if (printing) {
        board.result(CanonicalJson.line(change.reading()));
      }
    } else if (event instanceof WatchEvent.Resumed) {
      ends.remove(event.handle());
      suspended.resumed(event.handle());
    } else {
      end(event.handle()).complete(null);
      if (event instanceof WatchEvent.Ended) {
        suspended.ended(event.handle());
      }
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
