package io.github.reelay.cluster;

import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be done about an end, put together. */
final class FollowUpActions {
  private final List<Function<Outcome, CompletionStage<?>>> actions = new ArrayList<>();

  void whenEnded(Function<Outcome, ? extends CompletionStage<?>> action) {
    actions.add(action::apply);
  }

  void whenFinished(Function<VideoTask, ? extends CompletionStage<?>> action) {
    actions.add(
        outcome ->
            outcome instanceof Outcome.Finished finished
                ? action.apply(finished.task())
                : CompletableFuture.completedStage(null));
  }

  /**
   * One action that begins all of them and has ended when each has; null if there is nothing to do.
   */
  @Nullable Function<Outcome, CompletionStage<?>> action() {
    if (actions.isEmpty()) {
      return null;
    }
    List<Function<Outcome, CompletionStage<?>>> all = List.copyOf(actions);
    return outcome ->
        CompletableFuture.allOf(
            all.stream()
                .map(action -> action.apply(outcome).toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new));
  }
}
