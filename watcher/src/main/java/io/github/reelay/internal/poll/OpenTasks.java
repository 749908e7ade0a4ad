package io.github.reelay.internal.poll;

import io.github.reelay.failure.Failure;
import io.github.reelay.internal.poll.WatchedTask.Flag;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one provider that are waited for, by their ids, and when each is queried: when it is
 * due, or as the {@link Suspensions} say while its wait is suspended. Guarded by its poller.
 */
public final class OpenTasks {
  private final Map<String, WatchedTask> tasks = new HashMap<>();
  private final PollingRules rules;
  private final MonotonicTime time;
  private final TaskTelemetry telemetry;
  private final PollQueue pollQueue = new PollQueue(this::endsAt);
  private final Suspensions suspensions;
  private final long timeout;
  private final long suspensionTimeout;
  private boolean stopped;

  /** Starts empty, with the time limits of those rules. */
  public OpenTasks(PollingRules rules, MonotonicTime time, TaskTelemetry telemetry) {
    this.rules = rules;
    this.time = time;
    this.telemetry = telemetry;
    this.suspensions = new Suspensions(rules);
    this.timeout = MonotonicTime.nanos(rules.polling().timeout());
    this.suspensionTimeout = MonotonicTime.nanos(rules.retryLimits().suspensionTimeout());
  }

  /**
   * The open task of that id; one that is suspended is waited for again.
   *
   * @param age since its submission; null if that is not known
   * @throws IllegalStateException if the watcher was stopped
   */
  public WatchedTask open(String id, @Nullable Duration age) {
    if (stopped) {
      throw stoppedAlready();
    }
    long now = time.now();
    WatchedTask known = tasks.get(id);
    if (known != null) {
      waitAgain(known, now);
      return known;
    }
    long started = now - (age == null ? 0 : MonotonicTime.nanos(age));
    WatchedTask task = new WatchedTask(id, started);
    task.set(Flag.SUBMISSION_KNOWN, age != null);
    tasks.put(id, task);
    telemetry.opened();
    if (now - started < timeout) {
      pollQueue.endInTime(task); // an older one is queried once all the same
    }
    long delay = MonotonicTime.nanos(PollingPolicy.firstDelay(rules, age));
    pollQueue.add(task, now + delay);
    telemetry.planned(task, time, delay, task.timesOutAt(timeout) - now);
    return task;
  }

  /** A caller adds a task whose wait is suspended: it is waited for again, from now. */
  private void waitAgain(WatchedTask task, long now) {
    if (!task.is(Flag.SUSPENDED)) {
      return;
    }
    boolean waited = task.isWaiting();
    suspensions.drop(task);
    task.resume(now);
    task.exclude(now - task.timesOutAt(0));
    task.suspensions = 0;
    pollQueue.endInTime(task);
    if (waited) {
      pollQueue.add(task, now);
    }
  }

  /** A task is queried again after that delay, in nanoseconds. */
  public void pollAgain(WatchedTask task, long delay, long now) {
    pollQueue.add(task, now + delay);
    if (!task.hasEnd()) {
      pollQueue.endInTime(task);
    }
    telemetry.planned(task, time, delay, endsAt(task) - now);
  }

  /** A wait is suspended from now on; again, if it was prolonged meanwhile. */
  public void suspend(WatchedTask task, Failure reason, long now) {
    task.suspend(now);
    pollQueue.endInTime(task);
    suspensions.add(task, reason, now);
  }

  /** The wait of a suspended task stays suspended. */
  public void staySuspended(WatchedTask task, Failure reason, long now) {
    suspensions.add(task, reason, now);
  }

  /** The provider has shown a task: its wait goes on, and perhaps those of others. */
  public void showed(WatchedTask task, long now) {
    suspensions.showed(task, pollQueue, now);
    task.suspensions = 0;
    if (task.is(Flag.SUSPENDED)) {
      task.resume(now);
      pollQueue.endInTime(task);
    }
  }

  /** Lets a wait go on until then at least. */
  public void prolong(WatchedTask task, long until) {
    long missing = until - endsAt(task);
    if (missing > 0) {
      task.exclude(missing);
      pollQueue.endInTime(task);
    }
  }

  /**
   * When a task is not waited for any more, in nanoseconds; a suspended wait has a limit of its
   * own.
   */
  public long endsAt(WatchedTask task) {
    return task.is(Flag.SUSPENDED) ? task.startedAt + suspensionTimeout : task.timesOutAt(timeout);
  }

  /** Whether a wait may be suspended: a task is not queried for ever. */
  public boolean maySuspend(WatchedTask task, long now) {
    return task.startedAt + suspensionTimeout > now;
  }

  /** How long it takes until a suspended task is queried at the earliest, or another for it. */
  public Duration untilQuery(WatchedTask task, long now) {
    return Duration.ofNanos(Math.max(0, suspensions.nextAt(task) - now));
  }

  /** When the next task is to be queried; {@link WakeUpTimer#NEVER} if none is. */
  public long nextAt() {
    return Math.min(pollQueue.nextAt(), suspensions.nextAt());
  }

  /** Takes the task that is due next out of the queues; the caller queries it. */
  public WatchedTask takeNext() {
    return pollQueue.nextAt() <= suspensions.nextAt()
        ? pollQueue.takeNext()
        : suspensions.takeNext();
  }

  /** When the time of the next task is over; {@link WakeUpTimer#NEVER} if no task has an end. */
  public long nextEndAt() {
    return pollQueue.nextEndAt();
  }

  /** A task whose time is over, whether it is being queried or not; null if there is none. */
  public @Nullable WatchedTask takeEnded(long now) {
    return pollQueue.takeEnded(now);
  }

  /** The exception for a caller who adds a task to a stopped watcher. */
  public static IllegalStateException stoppedAlready() {
    return new IllegalStateException(
        "expected a watcher that runs, found it stopped; build another one");
  }

  /** No task is opened any more, and none that is open is queried. */
  public void openNoMore() {
    stopped = true;
    pollQueue.clear();
    suspensions.clear();
  }

  /** Null if it is not open. */
  public @Nullable WatchedTask get(String id) {
    return tasks.get(id);
  }

  /** Whether a task of that id is watched; also true while its wait is suspended. */
  public boolean isOpen(String id) {
    return tasks.containsKey(id);
  }

  /** Forgets a task whose wait is over, with its next query and its time limit. */
  public void close(WatchedTask task) {
    tasks.remove(task.id);
    pollQueue.drop(task);
    suspensions.drop(task);
  }

  /** How many tasks are watched, those counted whose waits are suspended. */
  public int size() {
    return tasks.size();
  }

  /** A copy that takes four or eight bytes for each. */
  public String[] ids() {
    return tasks.keySet().toArray(String[]::new);
  }

  /** All that are open; its {@code remove} closes. */
  public Iterator<WatchedTask> iterator() {
    return tasks.values().iterator();
  }
}
