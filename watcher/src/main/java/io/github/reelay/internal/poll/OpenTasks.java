package io.github.reelay.internal.poll;

import io.github.reelay.internal.poll.WatchedTask.Flag;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks of one provider that are waited for, by their ids. Guarded by its poller. */
public final class OpenTasks {
  private final Map<String, WatchedTask> tasks = new HashMap<>();
  private final PollingRules rules;
  private final MonotonicTime time;
  private final PollQueue pollQueue;
  private final Suspensions suspensions;
  private final TaskTelemetry telemetry;
  private final long givesUpAfter;
  private boolean stopped;

  /** No task is open yet. */
  public OpenTasks(
      PollingRules rules,
      MonotonicTime time,
      PollQueue pollQueue,
      Suspensions suspensions,
      TaskTelemetry telemetry) {
    this.rules = rules;
    this.time = time;
    this.pollQueue = pollQueue;
    this.suspensions = suspensions;
    this.telemetry = telemetry;
    this.givesUpAfter = MonotonicTime.nanos(rules.polling().timeout());
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
      takeUp(known, now);
      return known;
    }
    long started = now - (age == null ? 0 : MonotonicTime.nanos(age));
    WatchedTask task = new WatchedTask(id, started);
    task.set(Flag.SUBMISSION_KNOWN, age != null);
    tasks.put(id, task);
    telemetry.opened();
    if (now - started < givesUpAfter) {
      pollQueue.endInTime(task); // an older one is queried once all the same
    }
    long delay = MonotonicTime.nanos(PollingPolicy.firstDelay(rules, age));
    pollQueue.add(task, now + delay);
    telemetry.planned(task, time, delay, task.endsAfter(givesUpAfter) - now);
    return task;
  }

  /** A caller adds a suspended task: it is waited for again, from now. */
  private void takeUp(WatchedTask task, long now) {
    if (!task.is(Flag.PARKED)) {
      return;
    }
    boolean waited = task.isWaiting();
    suspensions.drop(task);
    task.unpark(now);
    task.spare(now - task.endsAfter(0));
    task.suspensions = 0;
    pollQueue.endInTime(task);
    if (waited) {
      pollQueue.add(task, now);
    }
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

  /** Whether a task of that id is open. */
  public boolean isOpen(String id) {
    return tasks.containsKey(id);
  }

  /** The wait for a task is over. */
  public void close(WatchedTask task) {
    tasks.remove(task.id);
  }

  /** How many are open. */
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
