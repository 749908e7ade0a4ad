package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one simulated provider has responded about all of its tasks. */
final class ProviderRecord {
  /** The responses of the last grace period that show or deny a task. */
  private final ArrayDeque<Said> recent = new ArrayDeque<>();

  /** When it showed a task for the last time; null before the first. */
  @Nullable Duration shownAt;

  /** How many queries for suspended tasks in a row have shown none, and when the last was sent. */
  int failedProbes;

  @Nullable Duration probeAt;

  /** How many queries for suspended tasks have no response yet. */
  int probesInFlight;

  /** Whether the last of them was refused for what may concern one task alone. */
  private boolean refusedForOneTask;

  /**
   * A query for a suspended task has shown none. A 429 says nothing about the provider; what may
   * concern this task alone, after what concerns all, lets another be queried soon.
   */
  void probed(ResponseKind kind, int status) {
    if (kind == ResponseKind.LIMITED) {
      failedProbes--;
      return;
    }
    boolean mayBeForOneTask = Set.of(400, 403, 404).contains(status);
    if (mayBeForOneTask && !refusedForOneTask) {
      failedProbes = 0;
    }
    refusedForOneTask = mayBeForOneTask;
  }

  private record Said(TaskHandle task, boolean shown, boolean shownBefore, Duration at) {}

  void responded(TaskRecord task, ResponseKind kind, Duration at) {
    boolean shows = kind == ResponseKind.SHOWN;
    if (shows) {
      shownAt = at;
      failedProbes = 0;
    }
    if (shows || kind == ResponseKind.DENIED) {
      recent.add(new Said(task.simulatedTask.handle(), shows, task.shown > 0, at));
    }
  }

  /**
   * Whether the key or the host is the likelier cause of denials: within the grace period all tasks
   * that were queried, three or more, were denied, or one that was shown before.
   *
   * @param deniedFirst since when the task in question is denied; whatever was shown later speaks
   *     for the provider
   */
  boolean isInDoubt(@Nullable Duration deniedFirst, Duration grace, Duration now) {
    while (!recent.isEmpty() && recent.peek().at.compareTo(now.minus(grace)) <= 0) {
      recent.remove();
    }
    Set<TaskHandle> denied = new HashSet<>();
    boolean anyShown =
        shownAt != null && deniedFirst != null && shownAt.compareTo(deniedFirst) >= 0;
    for (Said said : recent) {
      if (!said.shown && said.shownBefore) {
        return true;
      }
      anyShown |= said.shown;
      if (!said.shown) {
        denied.add(said.task);
      }
    }
    return denied.size() >= 3 && !anyShown;
  }
}
