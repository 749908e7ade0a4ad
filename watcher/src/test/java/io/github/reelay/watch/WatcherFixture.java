package io.github.reelay.watch;

import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A watcher with a store in virtual time, whose providers respond as a script says. */
final class WatcherFixture {
  static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  final VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));
  final HandleStore store;
  final ScriptedProviders providers;
  final Watcher watcher;

  /** What was reported, in order. */
  final List<TaskEvent> events = new ArrayList<>();

  /** What was reported of each task, in order. */
  private final Map<TaskHandle, List<String>> heard = new HashMap<>();

  /** The last events of each task. */
  final Map<TaskHandle, TaskEvent> last = new HashMap<>();

  WatcherFixture(Function<ScriptedProviders.Query, @Nullable SimulatedResponse> script) {
    this(script, HandleStore.inMemory(), builder -> builder);
  }

  WatcherFixture(
      Function<ScriptedProviders.Query, @Nullable SimulatedResponse> script,
      HandleStore store,
      UnaryOperator<WatcherBuilder> settings) {
    this.store = store;
    this.providers = new ScriptedProviders(time, script);
    this.watcher = watcher(settings);
  }

  /** One without a store, whose tasks run for ever. */
  static WatcherFixture running() {
    return new WatcherFixture(
        query ->
            SimulatedResponse.of(
                StatusBodies.running(query.handle().provider(), query.handle().id(), 1)),
        HandleStore.none(),
        builder -> builder);
  }

  /** Another watcher of the same providers, with the same store. */
  Watcher watcher(UnaryOperator<WatcherBuilder> settings) {
    return settings
        .apply(
            Watcher.builder(providers.providers())
                .scheduler(time)
                .random(new LowestRandom())
                .executor(Runnable::run)
                .store(store)
                .listener(this::hear))
        .build();
  }

  /** So many tasks of a provider, t-1 and so on. */
  static List<TaskHandle> tasks(String provider, int count) {
    List<TaskHandle> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      all.add(new TaskHandle(provider, "t-" + i));
    }
    return all;
  }

  private void hear(TaskEvent event) {
    events.add(event);
    heard.computeIfAbsent(event.handle(), fresh -> new ArrayList<>()).add(words(event));
    last.put(event.handle(), event);
  }

  List<String> heard(TaskHandle task) {
    return heard.getOrDefault(task, List.of());
  }

  /** How the tasks ended, in order. */
  List<Outcome> outcomes() {
    return events.stream()
        .filter(TaskEvent.Ended.class::isInstance)
        .map(event -> ((TaskEvent.Ended) event).outcome())
        .toList();
  }

  void advance(Duration by) {
    time.advance(by);
  }

  Duration now() {
    return Duration.ofNanos(time.nanoTime());
  }

  static String words(TaskEvent event) {
    if (event instanceof TaskEvent.Changed changed) {
      return changed.result() instanceof io.github.reelay.exchange.QueryResult.Failed failed
          ? failed.failure().kind().jsonName()
          : changed.result().taskOrThrow().status().jsonName();
    }
    if (event instanceof TaskEvent.Suspended suspended) {
      return "Suspended " + suspended.outcome().getClass().getSimpleName();
    }
    return event instanceof TaskEvent.Ended ended
        ? "Ended " + ended.outcome().getClass().getSimpleName()
        : event.getClass().getSimpleName();
  }
}
