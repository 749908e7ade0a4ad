package io.github.reelay.watch;

import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.watch.Watched.Flag;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks of one provider that are waited for, by their ids. Guarded by its {@link Lane}. */
final class OpenTasks {
  private final Map<String, Watched> tasks = new HashMap<>();
  private final PollingRules rules;
  private final Timeline time;
  private final Agenda agenda;
  private final Suspensions suspensions;
  private final long givesUpAfter;
  private boolean stopped;

  OpenTasks(PollingRules rules, Timeline time, Agenda agenda, Suspensions suspensions) {
    this.rules = rules;
    this.time = time;
    this.agenda = agenda;
    this.suspensions = suspensions;
    this.givesUpAfter = Timeline.nanos(rules.polling().timeout());
  }

  /**
   * The open task of that id; one that is suspended is waited for anew.
   *
   * @param age since its submission; null if that is not known
   * @throws IllegalStateException if the watcher was stopped
   */
  Watched open(String id, @Nullable Duration age) {
    if (stopped) {
      throw stoppedAlready();
    }
    long now = time.now();
    Watched known = tasks.get(id);
    if (known != null) {
      takeUp(known, now);
      return known;
    }
    long started = now - (age == null ? 0 : Timeline.nanos(age));
    Watched task = new Watched(id, started);
    task.set(Flag.SUBMISSION_KNOWN, age != null);
    tasks.put(id, task);
    if (now - started < givesUpAfter) {
      agenda.endInTime(task); // an older one is asked for once all the same
    }
    agenda.add(task, now + Timeline.nanos(PollingPolicy.firstDelay(rules, age)));
    return task;
  }

  /** Somebody asks for a suspended task: it is waited for anew, from now. */
  private void takeUp(Watched task, long now) {
    if (!task.is(Flag.PARKED)) {
      return;
    }
    boolean waited = task.isWaiting();
    suspensions.drop(task);
    task.unpark(now);
    task.spare(now - task.endsAfter(0));
    task.suspensions = 0;
    agenda.endInTime(task);
    if (waited) {
      agenda.add(task, now);
    }
  }

  static IllegalStateException stoppedAlready() {
    return new IllegalStateException(
        "expected a watcher that runs, found it stopped; build another one");
  }

  /** No task is opened any more, and none that is open is queried. */
  void openNoMore() {
    stopped = true;
    agenda.clear();
    suspensions.clear();
  }

  /** Null if it is not open. */
  @Nullable Watched get(String id) {
    return tasks.get(id);
  }

  boolean isOpen(String id) {
    return tasks.containsKey(id);
  }

  void close(Watched task) {
    tasks.remove(task.id);
  }

  int size() {
    return tasks.size();
  }

  /** A copy that takes four or eight bytes for each. */
  String[] ids() {
    return tasks.keySet().toArray(String[]::new);
  }

  /** All that are open; its {@code remove} closes. */
  Iterator<Watched> iterator() {
    return tasks.values().iterator();
  }
}
