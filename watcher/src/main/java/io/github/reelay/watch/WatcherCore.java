package io.github.reelay.watch;

import io.github.reelay.internal.poll.Jitter;
import io.github.reelay.internal.poll.OpenTasks;
import io.github.reelay.internal.poll.Timeline;
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
 * to its end. Whatever changes it lets the lanes run afterwards, without a lock.
 */
final class WatcherCore {
  final Lanes lanes;
  final Events events;
  final FollowUps followUps;
  final Waits waits;
  private final HandleStoreWriter handles;
  private final Endings endings;
  private final Resources resources;
  private volatile boolean stopped;

  WatcherCore(WatcherBuilder settings, Resources resources) {
    this.resources = resources;
    Timeline time = new Timeline(resources.scheduler());
    RecentEnds recentEnds = new RecentEnds(time);
    this.events = new Events(resources.executor());
    this.lanes = new Lanes(settings.providers);
    this.handles = new HandleStoreWriter(settings.store, lanes, recentEnds, resources.executor());
    this.followUps =
        new FollowUps(settings.actions(events), handles, lanes, events, resources.executor());
    this.endings = new Endings(events, resources.executor(), followUps);
    this.waits = new Waits(lanes, handles, followUps, events, time);
    lanes.make(
        settings,
        new LaneContext(
            time,
            new Jitter(settings.random),
            endings,
            recentEnds,
            settings.rateShare,
            settings.keepLastSeen,
            settings.store != HandleStore.none()));
    settings.listeners.forEach(listener -> events.subscribe(new ListenerSubscriber(listener)));
  }

  /** Adds tasks; returns how many are new. */
  int add(Collection<TaskHandle> all, Function<TaskHandle, @Nullable Instant> submission) {
    check(all);
    int count = handles.add(all, submission);
    lanes.run();
    return count;
  }

  Set<TaskHandle> resume() {
    check(List.of());
    Set<TaskHandle> kept = handles.resume();
    lanes.run();
    return kept;
  }

  boolean remove(TaskHandle handle) {
    boolean was = handles.remove(handle);
    lanes.run();
    return was;
  }

  /** Stops watching without an event and without the store; returns how many were watched. */
  int release(Collection<TaskHandle> all) {
    int count = 0;
    for (TaskHandle handle : all) {
      Lane lane = lanes.find(handle);
      count += lane != null && lane.remove(handle.id(), true) ? 1 : 0;
    }
    lanes.run();
    return count;
  }

  /** Waits that may begin. */
  List<Wait> waits(Collection<TaskHandle> all, WatchOptions options) {
    check(all);
    return all.stream().map(handle -> Wait.of(handle, options)).toList();
  }

  private void check(Collection<TaskHandle> all) {
    all.forEach(lanes::of);
    if (stopped) {
      throw OpenTasks.stoppedAlready();
    }
  }

  /** Ends everything; what the action throws is thrown when all else is done. */
  void stop(Consumer<? super TaskHandle> unfinished) {
    stopped = true;
    try {
      lanes.stop(unfinished);
    } finally {
      finish();
    }
  }

  /** Ends the waits that are left, if any, and all else. */
  private void finish() {
    lanes.stop(handle -> {});
    lanes.run();
    try {
      endings.drain();
    } finally {
      events.complete();
      try {
        handles.finish();
      } finally {
        resources.close();
      }
    }
  }
}
