package io.github.reelay.watch;

import io.github.reelay.download.DownloadListener;
import io.github.reelay.download.Downloader;
import io.github.reelay.internal.poll.SafePolicy;
import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.VideoTask;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link Watcher}; all have a default. Not safe for use by many threads. */
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
  DoubleSupplier rateShare = () -> 1;
  @Nullable Telemetry telemetry;
  private @Nullable Function<VideoTask, ? extends CompletionStage<?>> whenFinished;
  private @Nullable Function<Outcome, ? extends CompletionStage<?>> whenEnded;
  private @Nullable Function<DownloadListener, Function<VideoTask, ? extends CompletionStage<?>>>
      download;

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
   * Decides about the tasks of one provider after each response, instead of {@link
   * PollingPolicy#of}, which decides where that policy throws or decides what means nothing. The
   * rules still say when the first query is, how fast the provider is queried, and when a task is
   * given up that waits for its turn.
   *
   * @throws io.github.reelay.provider.UnknownProviderException if there is no such provider
   */
  public WatcherBuilder policy(String provider, PollingPolicy value) {
    policies.put(providers.get(provider).name(), Objects.requireNonNull(value, "policy"));
    return this;
  }

  /** The scheduler; by default one of its own with a thread, closed with the watcher. */
  public WatcherBuilder scheduler(Scheduler value) {
    scheduler = Objects.requireNonNull(value, "scheduler");
    return this;
  }

  /** What the jitter of delays is drawn from; a {@link SplittableRandom} by default. */
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
   * in the store before its task is watched, with its time of submission if that is known. It is
   * removed when its outcome is {@linkplain Outcome#isFinal final} and the follow-ups ({@link
   * #whenFinished}, {@link #whenEnded}, {@link #saveVideos}) have completed, and by {@link
   * Watcher#remove}. After any other outcome it stays; if that was {@link Outcome.Refused} or
   * {@link Outcome.Unreachable} the wait is {@linkplain TaskEvent.Suspended suspended}, and taken
   * up again by itself for seven days. The caller closes the store, after the watcher.
   */
  public WatcherBuilder store(HandleStore value) {
    store = Objects.requireNonNull(value, "store");
    return this;
  }

  /**
   * Whether each task is kept in memory as it was seen last, for {@link Outcome.Unfinished}; a task
   * that a caller waits for always is. False by default: a watched task then costs some 200 bytes,
   * whatever its prompt.
   */
  public WatcherBuilder keepLastSeen(boolean value) {
    keepLastSeen = value;
    return this;
  }

  /**
   * Gets the events of all tasks, as a subscriber to {@link Watcher#events} that requests all; can
   * be called more than once.
   */
  public WatcherBuilder listener(TaskListener value) {
    listeners.add(Objects.requireNonNull(value, "listener"));
    return this;
  }

  /**
   * What is to be done with a finished task, such as downloading its video, before the store may
   * forget it. Called on the executor, and must not block. If its stage fails the handle stays in
   * the store, and listeners hear {@link TaskEvent.FollowUpFailed}. {@link Watcher#stop} does not
   * wait for it; {@link Watcher#awaitAll} and {@link Watcher#idle} do.
   */
  public WatcherBuilder whenFinished(Function<VideoTask, ? extends CompletionStage<?>> value) {
    whenFinished = Objects.requireNonNull(value, "whenFinished");
    return this;
  }

  /**
   * What is to be done about every outcome that ends a wait by itself: the task has finished, its
   * time is over, or the provider refuses or is unreachable and the wait is not {@linkplain
   * TaskEvent.Suspended suspended}. Not called for a task that is removed, released, given up by
   * those who wait, or left when the watcher stops. Otherwise like {@link #whenFinished}, together
   * with which it can be used.
   */
  public WatcherBuilder whenEnded(Function<Outcome, ? extends CompletionStage<?>> value) {
    whenEnded = Objects.requireNonNull(value, "whenEnded");
    return this;
  }

  /**
   * Saves the videos of each task that succeeds in that directory, as {@link
   * Downloader#savingTo(Path)} does, and lets listeners hear that its download begins, where it
   * stands and how it ends. Otherwise like {@link #whenFinished}, together with which it can be
   * used.
   *
   * @param downloader is not closed with the watcher; close it afterwards
   * @param directory must exist
   */
  public WatcherBuilder saveVideos(Downloader downloader, Path directory) {
    Objects.requireNonNull(downloader, "downloader");
    Objects.requireNonNull(directory, "directory");
    download = listener -> downloader.savingTo(directory, listener);
    return this;
  }

  /**
   * Which share of each provider's rate is this watcher's, from 0 to 1; all of it by default.
   * Several watchers with shares that add up to 1 keep to one rate together. Read before each
   * query, under the lock of the provider: it must not block. 0, and what is no number, mean that
   * no provider is queried; that is looked at again five times a second.
   */
  public WatcherBuilder rateShare(DoubleSupplier value) {
    rateShare = Objects.requireNonNull(value, "rateShare");
    return this;
  }

  /**
   * Hears of the watcher's queries, of its tasks and of writes to its store, for metrics and
   * traces; can be called more than once. Downloads are reported to {@link
   * io.github.reelay.download.DownloaderBuilder#telemetry}.
   */
  public WatcherBuilder telemetry(TelemetryListener value) {
    telemetry = Telemetry.of(telemetry, Objects.requireNonNull(value, "telemetry"));
    return this;
  }

  /** The providers, whose queries are reported if there is a listener. */
  Providers observedProviders() {
    return telemetry == null ? providers : providers.withTelemetry(telemetry);
  }

  /** The watcher. Queries nothing until a task is added. */
  public Watcher build() {
    return new Watcher(this, WatcherThreads.of(scheduler, executor));
  }

  /**
   * The user's actions for an outcome, in the order in which they begin; a download reports to
   * those events.
   */
  List<FollowUps.Action> actions(EventPublisher events) {
    List<FollowUps.Action> actions = new ArrayList<>();
    if (whenEnded != null) {
      actions.add(whenEnded::apply);
    }
    if (whenFinished != null) {
      actions.add(ofFinished(whenFinished));
    }
    if (download != null) {
      actions.add(ofFinished(download.apply(new DownloadEvents(events))));
    }
    return actions;
  }

  private static FollowUps.Action ofFinished(
      Function<VideoTask, ? extends CompletionStage<?>> action) {
    return outcome ->
        outcome instanceof Outcome.Finished finished
            ? action.apply(finished.task())
            : CompletableFuture.completedStage(null);
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
