package io.github.reelay.watch;

import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.Scheduler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Watcher}; all have a default. */
public final class WatcherBuilder {
  final Providers providers;
  final List<TaskListener> listeners = new ArrayList<>();
  private final Map<String, UnaryOperator<PollingRules>> ruleChanges = new HashMap<>();
  private final Map<String, PollingPolicy> policies = new HashMap<>();
  private UnaryOperator<PollingRules> ruleChange = UnaryOperator.identity();
  private @Nullable Scheduler scheduler;
  private @Nullable Executor executor;
  RandomGenerator random = new SplittableRandom();
  HandleStore store = HandleStore.none();
  boolean keepLastSeen;
  Function<VideoTask, ? extends CompletionStage<?>> whenFinished =
      task -> CompletableFuture.completedStage(null);

  WatcherBuilder(Providers providers) {
    this.providers = Objects.requireNonNull(providers, "providers");
  }

  /** Changes the rules of every provider, such as {@code rules -> rules.withInterval(…)}. */
  public WatcherBuilder rules(UnaryOperator<PollingRules> change) {
    ruleChange = Objects.requireNonNull(change, "change");
    return this;
  }

  /**
   * Changes the rules of one provider, after those of every provider.
   *
   * @throws io.github.reelay.provider.UnknownProviderException if there is no such provider
   */
  public WatcherBuilder rules(String provider, UnaryOperator<PollingRules> change) {
    ruleChanges.put(providers.get(provider).name(), Objects.requireNonNull(change, "change"));
    return this;
  }

  /**
   * Decides about the tasks of one provider after each answer, instead of {@link PollingPolicy#of},
   * which decides where that policy throws or decides what means nothing. The rules still say when
   * the first query is, how fast the provider is asked, and when a task is given up that waits for
   * its turn.
   *
   * @throws io.github.reelay.provider.UnknownProviderException if there is no such provider
   */
  public WatcherBuilder policy(String provider, PollingPolicy value) {
    policies.put(providers.get(provider).name(), Objects.requireNonNull(value, "policy"));
    return this;
  }

  /** Keeps time; by default one of its own with a thread, closed with the watcher. */
  public WatcherBuilder scheduler(Scheduler value) {
    scheduler = Objects.requireNonNull(value, "scheduler");
    return this;
  }

  /** Where jitter comes from. */
  public WatcherBuilder random(RandomGenerator value) {
    random = Objects.requireNonNull(value, "random");
    return this;
  }

  /**
   * Runs listeners, subscribers, the store, and what is chained to outcomes; by default threads of
   * the watcher's own, as many as are needed.
   */
  public WatcherBuilder executor(Executor value) {
    executor = Objects.requireNonNull(value, "executor");
    return this;
  }

  /**
   * Remembers what is watched beyond the end of the program; by default nothing does. A handle is
   * opened before it is watched. It is closed when its outcome is {@linkplain Outcome#isFinal
   * final} and, if the task has finished, {@link #whenFinished} has completed, and when it is
   * removed. After any other outcome it stays open; if that was {@link Outcome.Refused} or {@link
   * Outcome.Unreachable} the wait is {@linkplain TaskEvent.Suspended suspended}, and taken up again
   * by itself for seven days. The caller closes the store, after the watcher.
   */
  public WatcherBuilder store(HandleStore value) {
    store = Objects.requireNonNull(value, "store");
    return this;
  }

  /**
   * Whether each task is kept in memory as it was seen last, for {@link Outcome.Unfinished}; a task
   * that somebody waits for always is. False by default: a watched task then costs some 200 bytes,
   * whatever its prompt.
   */
  public WatcherBuilder keepLastSeen(boolean value) {
    keepLastSeen = value;
    return this;
  }

  /** Is told of every event; can be called more than once. */
  public WatcherBuilder listener(TaskListener value) {
    listeners.add(Objects.requireNonNull(value, "listener"));
    return this;
  }

  /**
   * What is to be done with a finished task, such as downloading its video, before the store may
   * forget it. Called on the executor, and must not block. If its stage fails the handle stays
   * open. The watcher does not wait for it: stop the watcher after your stages.
   */
  public WatcherBuilder whenFinished(Function<VideoTask, ? extends CompletionStage<?>> value) {
    whenFinished = Objects.requireNonNull(value, "whenFinished");
    return this;
  }

  /** The watcher. Asks nobody until a task is added. */
  public Watcher build() {
    return new Watcher(this, WatcherThreads.of(scheduler, executor));
  }

  PollingRules rulesOf(Provider provider) {
    PollingRules changed = ruleChange.apply(PollingRules.of(provider.dialect().profile()));
    return ruleChanges.getOrDefault(provider.name(), UnaryOperator.identity()).apply(changed);
  }

  PollingPolicy policyOf(String provider, PollingRules rules) {
    PollingPolicy standard = PollingPolicy.of(rules);
    PollingPolicy own = policies.get(provider);
    return own == null ? standard : new SafePolicy(own, standard);
  }
}
