package io.github.reelay.cli.cluster;

import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.terminal.TaskProgress;
import io.github.reelay.cluster.ClusterListener;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import java.util.Objects;

/** Shows the tasks of a replica on standard error, and prints their results to standard output. */
final class ClusterPrinter implements TaskListener, ClusterListener {
  private final ProgressDisplay display;
  private final boolean changes;
  private final OutcomeMessages messages;
  private volatile boolean closed;

  ClusterPrinter(ProgressDisplay display, boolean changes, OutcomeMessages messages) {
    this.display = display;
    this.changes = changes;
    this.messages = messages;
  }

  @Override
  public void on(TaskEvent event) {
    if (closed) {
      return;
    }
    switch (event.kind()) {
      case CHANGED -> changed((TaskEvent.Changed) event);
      case ENDED -> ended(((TaskEvent.Ended) event).outcome());
      case SUSPENDED,
          RESUMED,
          DOWNLOAD_STARTED,
          DOWNLOAD_PROGRESS,
          DOWNLOAD_ENDED,
          FOLLOW_UP_FAILED -> {}
    }
  }

  private void changed(TaskEvent.Changed event) {
    display.show(event.handle(), TaskProgress.of(event.result()));
    if (changes) {
      display.result(CanonicalJson.line(event.result()));
    }
  }

  private void ended(Outcome outcome) {
    display.end(outcome.handle(), messages.about(outcome));
    if (!changes && outcome.kind() != Outcome.Kind.UNFINISHED) {
      display.result(CanonicalJson.line(Objects.requireNonNull(outcome.lastResult())));
    }
  }

  @Override
  public void followUpFailed(TaskHandle handle, Throwable failure, boolean isLast) {
    display.say(
        handle
            + ": expected to save its video, found "
            + failure.getMessage()
            + (isLast ? "; it is not tried again" : "; it is tried again later"));
  }

  /** Prints no more: a wait that ends now goes on at another replica. */
  void close() {
    closed = true;
  }
}
