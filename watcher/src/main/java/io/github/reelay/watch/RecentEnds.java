package io.github.reelay.watch;

import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that have ended within this watcher, so that a later wait for one of them gets its end
 * without another query: the last 10,000, for an hour, and fewer if their prompts are long.
 */
final class RecentEnds {
  private static final int MOST = 10_000;
  private static final long LONGEST = Duration.ofHours(1).toNanos();

  /** The most characters of all their prompts together: a prompt can be as long as a response. */
  private static final long MOST_TEXT = 8_000_000;

  private final Map<TaskHandle, End> ends = new LinkedHashMap<>();
  private final MonotonicTime time;
  private long text;

  RecentEnds(MonotonicTime time) {
    this.time = time;
  }

  private record End(Outcome outcome, long at) {
    private long text() {
      VideoTask task = outcome.finishedOrThrow();
      return task.prompt() == null ? 0 : task.prompt().length();
    }
  }

  /** Keeps the outcome of a task if it is an end that another query cannot change. */
  synchronized void put(Outcome outcome) {
    forget(outcome.handle());
    if (outcome.kind() == Outcome.Kind.FINISHED && outcome.isFinal()) {
      End end = new End(outcome, time.now());
      ends.put(outcome.handle(), end);
      text += end.text();
      dropOld();
    }
  }

  /** How the task has ended; null if it has not, or if that is forgotten. */
  synchronized @Nullable Outcome find(TaskHandle task) {
    dropOld();
    End end = ends.get(task);
    return end == null ? null : end.outcome();
  }

  /** Forgets the end of a task that is watched again or was removed. */
  synchronized void forget(TaskHandle task) {
    End end = ends.remove(task);
    text -= end == null ? 0 : end.text();
  }

  private void dropOld() {
    Iterator<End> oldest = ends.values().iterator();
    while (oldest.hasNext()) {
      End end = oldest.next();
      if (ends.size() <= MOST && text <= MOST_TEXT && time.now() - end.at() < LONGEST) {
        return;
      }
      oldest.remove();
      text -= end.text();
    }
  }
}
