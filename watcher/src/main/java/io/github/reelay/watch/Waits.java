package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waiting, blocking or not: how waits begin, and how their outcomes come together. */
final class Waits {
  private final ProviderPollers pollers;
  private final HandleStoreWriter handles;
  private final FollowUps followUps;
  private final EventPublisher events;

  Waits(
      ProviderPollers pollers,
      HandleStoreWriter handles,
      FollowUps followUps,
      EventPublisher events) {
    this.pollers = pollers;
    this.handles = handles;
    this.followUps = followUps;
    this.events = events;
  }

  /**
   * One caller that waits for a task.
   *
   * @param handle the task
   * @param future takes the outcome
   * @param options what this caller set, such as its listener
   */
  record Wait(TaskHandle handle, CompletableFuture<Outcome> future, WatchOptions options) {

    static Wait of(TaskHandle handle, WatchOptions options) {
      return new Wait(handle, new CompletableFuture<>(), options);
    }
  }

  List<Wait> begin(List<Wait> waits) {
    Map<Wait, Outcome> ended = handles.watch(waits);
    waits.forEach(wait -> wait.future().whenComplete((outcome, failed) -> handles.leave(wait)));
    ended.forEach(this::end);
    pollers.run();
    return waits;
  }

  /** The task was over before: nobody but this caller knows the future, so nothing is chained. */
  private void end(Wait wait, Outcome outcome) {
    TaskListener listener = wait.options().listener();
    if (listener != null) {
      events.publishEnd(outcome, listener);
    }
    wait.future().complete(outcome);
  }

  /** The outcomes in the order of the waits, when each was followed up. */
  CompletableFuture<List<Outcome>> followedUp(List<Wait> waits) {
    List<CompletableFuture<Outcome>> all = waits.stream().map(this::followedUp).toList();
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApply(none -> all.stream().map(CompletableFuture::join).toList());
  }

  private CompletableFuture<Outcome> followedUp(Wait wait) {
    return wait.future()
        .thenCompose(outcome -> followUps.of(outcome.handle()).thenApply(none -> outcome));
  }

  Outcome await(Wait wait) {
    List<Wait> waits = begin(List.of(wait));
    return await(waits, wait.future().thenApply(List::of)).get(0);
  }

  List<Outcome> awaitAll(List<Wait> waits) {
    return await(waits, followedUp(begin(waits)));
  }

  private List<Outcome> await(List<Wait> waits, CompletableFuture<List<Outcome>> outcomes) {
    try {
      return outcomes.get();
    } catch (InterruptedException interrupted) {
      List<Outcome> soFar = waits.stream().map(this::soFar).toList();
      waits.forEach(wait -> wait.future().cancel(true));
      Thread.currentThread().interrupt();
      return soFar;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(
          "expected a future that is cancelled or completes, found that it failed", impossible);
    }
  }

  private Outcome soFar(Wait wait) {
    Outcome outcome = wait.future().getNow(null);
    return outcome != null ? outcome : pollers.of(wait.handle()).soFar(wait.handle().id());
  }
}
