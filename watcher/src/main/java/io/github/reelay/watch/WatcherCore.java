package io.github.reelay.watch;

import io.github.reelay.internal.poll.Jitter;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.OpenTasks;
import io.github.reelay.internal.poll.TelemetryQueue;
import io.github.reelay.internal.store.ObservedHandleStore;
import io.github.reelay.internal.store.UnreportedHandleStore;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Waits.Wait;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@link Watcher} and how they are put together, from what changes what is watched
 * to its end. Whatever changes it lets the pollers run afterwards, without a lock.
 */
final class WatcherCore {
  final ProviderPollers pollers;
  final EventPublisher events;
  final FollowUps followUps;
  final Waits waits;
  private final HandleStoreWriter handles;
  private final OutcomeDispatcher dispatcher;
  private final WatcherThreads threads;
  private volatile boolean stopped;

  WatcherCore(WatcherBuilder settings, WatcherThreads threads) {
    this.threads = threads;
    MonotonicTime time = new MonotonicTime(threads.scheduler());
    RecentEnds recentEnds = new RecentEnds(time);
    this.events = new EventPublisher(threads.executor());
    TelemetryQueue telemetry =
        settings.telemetry == null ? null : new TelemetryQueue(settings.telemetry);
    this.pollers = new ProviderPollers(settings.observedProviders());
    this.handles =
        new HandleStoreWriter(
            store(settings.store, telemetry), pollers, recentEnds, threads.executor());
    this.followUps = new FollowUps(settings.actions(events), handles, pollers, events);
    this.dispatcher = new OutcomeDispatcher(events, threads.executor(), followUps, telemetry);
    this.waits = new Waits(pollers, handles, followUps, events);
    pollers.make(
        settings,
        new PollerContext(
            time,
            new Jitter(settings.random),
            dispatcher,
            recentEnds,
            settings.rateShare,
            settings.keepLastSeen,
            settings.store != HandleStore.none(),
            telemetry));
    settings.listeners.forEach(listener -> events.subscribe(new ListenerSubscriber(listener)));
  }

  /** The store, with its writes reported if there is a listener. */
  private HandleStore store(HandleStore given, @Nullable TelemetryQueue telemetry) {
    if (telemetry == null
        || given == HandleStore.none()
        || given instanceof UnreportedHandleStore) {
      return given;
    }
    return new ObservedHandleStore(
        given,
        threads.scheduler()::nanoTime,
        (count, took, failure) -> {
          telemetry.put(listener -> listener.storeWritten(count, took, failure));
          threads.executor().execute(telemetry::flush);
        });
  }

  /** Adds tasks; returns how many are new. */
  int add(Collection<TaskHandle> all, Function<TaskHandle, @Nullable Instant> submission) {
    check(all);
    int count = handles.add(all, submission);
    pollers.run();
    return count;
  }

  Set<TaskHandle> resume() {
    check(List.of());
    Set<TaskHandle> kept = handles.resume();
    pollers.run();
    return kept;
  }

  boolean remove(TaskHandle handle) {
    boolean was = handles.remove(handle);
    pollers.run();
    return was;
  }

  /** Stops watching without an event and without the store; returns how many were watched. */
  int release(Collection<TaskHandle> all) {
    int count = 0;
    for (TaskHandle handle : all) {
      ProviderPoller poller = pollers.find(handle);
      count += poller != null && poller.remove(handle.id(), true) ? 1 : 0;
    }
    pollers.run();
    return count;
  }

  /** Makes waits, none of which has begun; throws if one of them may not begin. */
  List<Wait> waits(Collection<TaskHandle> all, WatchOptions options) {
    check(all);
    return all.stream().map(handle -> Wait.of(handle, options)).toList();
  }

  private void check(Collection<TaskHandle> all) {
    all.forEach(pollers::of);
    if (stopped) {
      throw OpenTasks.stoppedAlready();
    }
  }

  /** Ends everything; what the action throws is thrown when all else is done. */
  void stop(Consumer<? super TaskHandle> unfinished) {
    stopped = true;
    try {
      pollers.stop(unfinished);
    } finally {
      finish();
    }
  }

  /** Ends the waits that are left, if any, and all else. */
  private void finish() {
    pollers.stop(handle -> {});
    pollers.run();
    try {
      dispatcher.drain();
    } finally {
      events.complete();
      try {
        handles.finish();
      } finally {
        threads.close();
      }
    }
  }
}
