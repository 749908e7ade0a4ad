package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a task whose wait has ended by itself, before the store may forget it, and
 * which of it is still under way.
 */
final class FollowUps {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());

  /**
   * What the user does about an outcome; an exception, or null in place of a stage, is a failure.
   */
  interface Action extends Function<Outcome, @Nullable CompletionStage<?>> {}

  private final List<Action> actions;
  private final HandleStoreWriter handles;
  private final ProviderPollers pollers;
  private final EventPublisher events;
  private final Map<TaskHandle, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
  private final Queue<CompletableFuture<@Nullable Void>> idle = new ConcurrentLinkedQueue<>();

  FollowUps(
      List<Action> actions,
      HandleStoreWriter handles,
      ProviderPollers pollers,
      EventPublisher events) {
    this.actions = List.copyOf(actions);
    this.handles = handles;
    this.pollers = pollers;
    this.events = events;
  }

  /**
   * One outcome that is followed up.
   *
   * @param outcome how the wait ended
   * @param listeners those of the task alone, who hear of it to the end
   * @param done completes when all actions have ended, whether they failed or not
   */
  record FollowUp(
      Outcome outcome,
      List<ConflatingSubscription> listeners,
      CompletableFuture<@Nullable Void> done) {}

  /** Notes that an outcome is to be followed up; calls nobody. Null if nothing is to be done. */
  @Nullable FollowUp expect(Outcome outcome) {
    if (outcome.kind() == Outcome.Kind.UNFINISHED && actions.isEmpty()) {
      return null;
    }
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    pending.merge(outcome.handle(), done, CompletableFuture::allOf);
    return new FollowUp(outcome, events.listenersOf(outcome.handle()), done);
  }

  /** Runs the actions. Whatever they throw, the others run as well. */
  void begin(FollowUp followUp) {
    CompletableFuture<?>[] stages =
        actions.stream()
            .map(action -> stage(action, followUp.outcome()))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(stages).whenComplete((none, failed) -> followed(followUp, failed));
  }

  private static CompletableFuture<?> stage(Action action, Outcome outcome) {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    try {
      CompletionStage<?> stage = action.apply(outcome);
      if (stage == null) {
        throw new NullPointerException("expected a stage, found null");
      }
      stage.whenComplete(
          (result, failed) -> {
            if (failed == null) {
              over.complete(null);
            } else {
              over.completeExceptionally(failed);
            }
          });
    } catch (RuntimeException | Error thrown) {
      over.completeExceptionally(thrown);
    }
    return over;
  }

  private void followed(FollowUp followUp, @Nullable Throwable failed) {
    Outcome outcome = followUp.outcome();
    TaskHandle task = outcome.handle();
    if (failed != null) {
      Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
      LOG.log(Level.WARNING, task + " stays open: its follow-up failed", cause);
      events.put(new TaskEvent.FollowUpFailed(outcome, cause == null ? failed : cause));
    } else if (outcome.isFinal()) {
      handles.removeEnded(task);
    }
    events.close(task, followUp.listeners());
    events.flush();
    followUp.done().complete(null);
    pending.computeIfPresent(task, (same, all) -> all.isDone() ? null : all);
    checkIdle();
  }

  /** Done, on the executor, when the follow-ups of all ends of a task so far are over. */
  CompletableFuture<@Nullable Void> of(TaskHandle task) {
    CompletableFuture<?> all = pending.get(task);
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    if (all == null) {
      over.complete(null);
    } else {
      all.whenComplete((none, failed) -> events.execute(() -> over.complete(null)));
    }
    return over;
  }

  /** Done, on the executor, when no task is watched and no follow-up is under way. */
  CompletableFuture<@Nullable Void> idle() {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    idle.add(over);
    checkIdle();
    return over;
  }

  /** Tasks are looked at first: one that ends meanwhile is followed up from that moment on. */
  void checkIdle() {
    if (idle.isEmpty() || pollers.count() > 0 || !pending.isEmpty()) {
      return;
    }
    for (var over = idle.poll(); over != null; over = idle.poll()) {
      CompletableFuture<@Nullable Void> next = over;
      events.execute(() -> next.complete(null));
    }
  }
}
