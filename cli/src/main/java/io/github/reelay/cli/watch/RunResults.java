package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.watch.WatchOptions.Printing;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reports how each task ended, and remembers which are left. Safe for use by many threads. */
final class RunResults {
  private final ProgressDisplay display;
  private final OutcomeMessages messages;
  private final Printing printing;
  private final List<TaskHandle> tasks;
  private final Set<TaskHandle> waiting;
  private final Set<TaskHandle> left;
  private final Map<TaskHandle, String> results = new HashMap<>();
  private final List<ExitStatus> statuses = new ArrayList<>();
  private boolean over;

  /** Nothing has ended yet. */
  RunResults(
      ProgressDisplay display,
      OutcomeMessages messages,
      Printing printing,
      Collection<TaskHandle> tasks) {
    this.display = display;
    this.messages = messages;
    this.printing = printing;
    this.tasks = List.copyOf(tasks);
    this.waiting = new LinkedHashSet<>(tasks);
    this.left = new LinkedHashSet<>(tasks);
  }

  /**
   * A task has ended.
   *
   * @param downloads how the downloads of its videos ended
   * @return whether all has been done about it
   */
  boolean ended(Outcome outcome, List<DownloadOutcome> downloads) {
    if (isOver()) {
      return false;
    }
    downloads.stream().skip(1).map(OutcomeMessages::about).forEach(display::say);
    display.end(
        outcome.handle(),
        downloads.isEmpty() ? messages.about(outcome) : OutcomeMessages.about(downloads.get(0)));
    print(outcome, downloads);
    boolean done =
        outcome.isFinal()
            && downloads.stream().allMatch(DownloadOutcome.Saved.class::isInstance)
            && display.isHeard(); // what was not printed is not forgotten
    return note(outcome, downloads, done);
  }

  private synchronized boolean isOver() {
    return over;
  }

  /** Printing is done without the lock, because it may block: the run may be over by now. */
  private synchronized boolean note(
      Outcome outcome, List<DownloadOutcome> downloads, boolean done) {
    if (over) {
      return false;
    }
    waiting.remove(outcome.handle());
    statuses.add(OutcomeStatus.of(outcome));
    downloads.forEach(download -> statuses.add(OutcomeStatus.of(download)));
    if (done) {
      left.remove(outcome.handle());
    }
    return done;
  }

  private synchronized void keep(TaskHandle task, String line) {
    results.put(task, line);
  }

  /**
   * Takes no more endings.
   *
   * @return the tasks without one
   */
  synchronized Set<TaskHandle> stop() {
    over = true;
    waiting.forEach(task -> statuses.add(ExitStatus.GAVE_UP));
    return waiting;
  }

  /** The tasks that another run may go on with. */
  synchronized Set<TaskHandle> left() {
    return left;
  }

  /** What was not printed immediately, in the order of the tasks. */
  synchronized List<String> results() {
    return tasks.stream().map(results::get).filter(Objects::nonNull).toList();
  }

  synchronized ExitStatus status() {
    return ExitStatus.first(statuses);
  }

  private void print(Outcome outcome, List<DownloadOutcome> downloads) {
    if (printing == Printing.VIDEOS) {
      downloads.stream()
          .filter(DownloadOutcome.Saved.class::isInstance)
          .map(saved -> VideoLine.of(saved.savedOrThrow()))
          .forEach(display::result);
    } else if (printing != Printing.CHANGES && outcome.kind() != Outcome.Kind.UNFINISHED) {
      String line = CanonicalJson.line(Objects.requireNonNull(outcome.lastResult()));
      if (printing == Printing.IN_ORDER) {
        keep(outcome.handle(), line);
      } else {
        display.result(line);
      }
    }
  }
}
