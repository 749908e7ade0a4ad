package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.Tenure;
import io.github.reelay.cluster.internal.lease.Tenures;
import io.github.reelay.cluster.internal.store.Change;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.Watcher;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks the watcher has, and for which tenure. A task is registered before it is watched,
 * because the response may be quicker; and when a tenure ends, only what it still owns is released,
 * because the same partition may have come back in another tenure meanwhile.
 */
final class WatchedTasks {
  private static final System.Logger LOG =
      System.getLogger("io.github.reelay.cluster.ClusterWatcher");

  private final Map<TaskHandle, Tenure> owners = new ConcurrentHashMap<>();
  private final Watcher watcher;
  private final Tenures tenures;
  private final ChangeWriter writer;
  private final DatabaseClock clock;
  private final Clock machine;
  private volatile boolean stopped;

  /** Providers of tasks that cannot be queried here; each is logged once. */
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  /** One for each partition: registering and watching, or the reverse, are one step. */
  private final List<Object> locks;

  WatchedTasks(ReplicaParts parts, Watcher watcher, Tenures tenures, ChangeWriter writer) {
    this.watcher = watcher;
    this.tenures = tenures;
    this.writer = writer;
    this.clock = parts.clock();
    this.machine = parts.machine();
    this.locks =
        IntStream.range(0, parts.database().partitions()).mapToObj(each -> new Object()).toList();
  }

  /** How many tasks are watched, in all tenures together. */
  int count() {
    return owners.size();
  }

  /** Watches tasks for a tenure; nothing if it is over. */
  void watch(Tenure tenure, Map<TaskHandle, Instant> submittedAt) {
    synchronized (locks.get(tenure.partition())) {
      if (!tenures.isHeld(tenure)) {
        return;
      }
      Map<TaskHandle, Instant> fresh = new LinkedHashMap<>();
      submittedAt.forEach(
          (handle, time) -> {
            if (!writer.isEnding(handle)) {
              tenure.tasks().add(handle);
              if (owners.put(handle, tenure) == null) {
                fresh.put(handle, local(time));
              }
            }
          });
      add(tenure, fresh);
    }
  }

  /** What the database's clock says, on the clock of this machine, which the watcher reads. */
  private Instant local(Instant time) {
    return machine.instant().minus(Duration.between(time, clock.now()));
  }

  private void add(Tenure tenure, Map<TaskHandle, Instant> fresh) {
    try {
      watcher.addAll(fresh);
    } catch (IllegalArgumentException one) {
      // One of them cannot be watched here: a provider that this replica does not have.
      fresh.forEach((handle, time) -> addAlone(tenure, handle, time));
    } catch (IllegalStateException stopped) {
      fresh.keySet().forEach(handle -> disown(tenure, handle));
    }
  }

  private void addAlone(Tenure tenure, TaskHandle handle, Instant time) {
    try {
      watcher.add(handle, time);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      disown(tenure, handle);
      if (unknown.add(handle.provider())) {
        LOG.log(
            Level.WARNING,
            handle
                + " and others like it stay open, because this replica cannot query them: "
                + refused.getMessage());
      }
    }
  }

  private boolean disown(Tenure tenure, TaskHandle handle) {
    tenure.tasks().remove(handle);
    return owners.remove(handle, tenure);
  }

  /** Releases what a tenure still owns. */
  void leave(Tenure tenure) {
    synchronized (locks.get(tenure.partition())) {
      List<TaskHandle> own = new ArrayList<>();
      for (TaskHandle handle : List.copyOf(tenure.tasks())) {
        if (disown(tenure, handle)) {
          own.add(handle);
        }
      }
      watcher.release(own);
    }
  }

  /**
   * Takes what the watcher reports of a task: what it has seen, and how the wait has ended. Takes
   * nothing once the tenure ends, because a change that is kept after its last write would be
   * refused.
   */
  void on(TaskEvent event) {
    Tenure tenure = stopped ? null : owners.get(event.handle());
    if (tenure == null) {
      return;
    }
    synchronized (locks.get(tenure.partition())) {
      Tenure present = owners.get(event.handle()); // perhaps the next tenure of the partition
      if (present != null) {
        keep(event, present);
      }
    }
  }

  private void keep(TaskEvent event, Tenure tenure) {
    Change change = change(event, tenure.partition());
    if (change != null) {
      writer.put(change);
    }
    if (event.kind() == TaskEvent.Kind.ENDED) {
      // Forgotten after its end is kept: another tenure that loads the task finds it.
      disown(tenure, event.handle());
    }
  }

  /** What an event changes in the row of its task; null for nothing. */
  private static @Nullable Change change(TaskEvent event, int partition) {
    return switch (event.kind()) {
      case CHANGED -> change((TaskEvent.Changed) event, partition);
      case ENDED -> StoredOutcome.ended(((TaskEvent.Ended) event).outcome(), partition);
      case SUSPENDED,
          RESUMED,
          DOWNLOAD_STARTED,
          DOWNLOAD_PROGRESS,
          DOWNLOAD_ENDED,
          FOLLOW_UP_FAILED ->
          null;
    };
  }

  /** A task that has ended is kept with the end of its wait. */
  private static @Nullable Change change(TaskEvent.Changed event, int partition) {
    return event.result() instanceof QueryResult.Found found && !found.task().status().terminal()
        ? StoredOutcome.seen(found.task(), event.handle(), partition)
        : null;
  }

  /** Takes nothing any more: what ends now ends because the watcher stops. */
  void stop() {
    stopped = true;
  }
}
