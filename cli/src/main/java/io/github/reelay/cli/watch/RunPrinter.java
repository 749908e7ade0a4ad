package io.github.reelay.cli.watch;

import io.github.reelay.CollectListener;
import io.github.reelay.TaskResult;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.OutcomeStatus;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.terminal.TaskProgress;
import io.github.reelay.cli.terminal.VideoLine;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Prints what happens to the tasks of a run, and how each ended. */
record RunPrinter(ProgressDisplay display, Printing printing, OutcomeMessages messages)
    implements CollectListener {

  @Override
  public void on(TaskEvent event) {
    TaskProgress progress = TaskProgress.after(event);
    if (progress != null) {
      display.show(event.handle(), progress);
    }
    if (printing == Printing.CHANGES && event instanceof TaskEvent.Changed changed) {
      display.result(CanonicalJson.line(changed.result()));
    }
  }

  /**
   * False if standard output has failed: then the state file keeps the handle, because its result
   * was not printed.
   */
  @Override
  public boolean ended(TaskResult result) {
    List<DownloadOutcome> downloads = result.downloads();
    for (int i = 1; i < downloads.size(); i++) {
      display.say(OutcomeMessages.about(downloads.get(i)));
    }
    display.end(result.handle(), messages.about(result), OutcomeStatus.of(result).colour());
    print(result);
    return display.isHeard();
  }

  private void print(TaskResult result) {
    if (printing == Printing.VIDEOS) {
      for (DownloadOutcome download : result.downloads()) {
        if (download instanceof DownloadOutcome.Saved saved) {
          display.result(VideoLine.of(saved));
        }
      }
    } else if (printing == Printing.ENDS) {
      print(result.outcome(), display::result);
    }
  }

  /** Prints a task as it ended, in canonical JSON, if it has. */
  static void print(Outcome outcome, Consumer<String> out) {
    if (outcome.kind() != Outcome.Kind.UNFINISHED) {
      out.accept(CanonicalJson.line(Objects.requireNonNull(outcome.lastResult())));
    }
  }
}
