package io.github.reelay.watch;

import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Watchers in virtual time that keep their handles in one store. */
final class WatcherStoreFixture {
  static final SimulatedResponse DONE =
      SimulatedResponse.of(StatusBodies.completed("toapis", "t-1"));
  static final SimulatedResponse RUNNING =
      SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 1));

  final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  final RecordingHandleStore store = new RecordingHandleStore();
  Function<VideoTask, CompletionStage<?>> followUp = task -> CompletableFuture.completedStage(null);

  /** Those of the last watcher. */
  ScriptedProviders providers;

  /** A watcher whose providers always respond the same. */
  Watcher watcher(SimulatedResponse response) {
    return watcher(response, Runnable::run);
  }

  Watcher watcher(SimulatedResponse response, Executor executor) {
    providers = new ScriptedProviders(time, query -> response);
    return Watcher.builder(providers.providers())
        .scheduler(time)
        .random(new LowestRandom())
        .executor(executor)
        .store(store)
        .whenFinished(task -> followUp.apply(task))
        .build();
  }
}
