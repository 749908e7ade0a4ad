package io.github.reelay.watch;

import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lane of each provider of a watcher. */
final class Lanes {
  /** So many tasks are handed over at once when a watcher stops: there may be a million. */
  private static final int SOME = 1000;

  private final Map<String, Lane> lanes = new TreeMap<>();
  private final Providers providers;

  /** No lane yet. */
  Lanes(Providers providers) {
    this.providers = providers;
  }

  /** Makes the lanes; to be called once, before anything else. */
  void make(WatcherBuilder settings, LaneContext shared) {
    for (Provider provider : providers.all()) {
      PollingRules rules = settings.rulesOf(provider);
      PollingPolicy policy = settings.policyOf(provider.name(), rules);
      lanes.put(provider.name(), new Lane(provider, rules, policy, shared));
    }
  }

  /**
   * The lane of a task.
   *
   * @throws io.github.reelay.provider.UnknownProviderException if nobody has that provider's name
   * @throws IllegalArgumentException if the id cannot be asked for
   */
  Lane of(TaskHandle handle) {
    TaskIdExpander.check(handle.id());
    return Objects.requireNonNull(lanes.get(providers.get(handle.provider()).name()));
  }

  /** The lane of a task; null if nobody has its provider's name. */
  @Nullable Lane find(TaskHandle handle) {
    return lanes.get(handle.provider());
  }

  boolean isWatched(TaskHandle handle) {
    Lane lane = find(handle);
    return lane != null && lane.isWatched(handle.id());
  }

  int count() {
    return lanes.values().stream().mapToInt(Lane::count).sum();
  }

  void forEachTask(Consumer<? super TaskHandle> action) {
    for (Lane lane : lanes.values()) {
      for (String id : lane.ids()) {
        action.accept(lane.handle(id));
      }
    }
  }

  void run() {
    lanes.values().forEach(Lane::run);
  }

  /** Ends all waits; what the action throws is thrown at once, with some of them left. */
  void stop(Consumer<? super TaskHandle> unfinished) {
    for (Lane lane : lanes.values()) {
      for (var some = lane.stop(SOME); !some.isEmpty(); some = lane.stop(SOME)) {
        some.forEach(unfinished);
      }
    }
  }

  /** The names of the providers. */
  @Override
  public String toString() {
    return lanes.keySet().toString();
  }
}
