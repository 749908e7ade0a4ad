package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.terminal.TaskProgress;
import io.github.reelay.cluster.ClusterListener;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Prints what happens to the tasks that a replica watches, and to those that it waits for. */
final class ClusterPrinter implements TaskListener, ClusterListener {
  private final ProgressDisplay display;
  private final Printing printing;
  private final OutcomeMessages messages;
  private final Set<TaskHandle> awaited = ConcurrentHashMap.newKeySet();
  private final Set<TaskHandle> told = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** A printer; the tasks that are waited for may end at another replica. */
  ClusterPrinter(
      ProgressDisplay display,
      Printing printing,
      OutcomeMessages messages,
      Collection<TaskHandle> awaited) {
    this.display = display;
    this.printing = printing;
    this.messages = messages;
    this.awaited.addAll(awaited);
  }

  @Override
  public void on(TaskEvent event) {
    if (event instanceof TaskEvent.Changed changed && !closed) {
      display.show(changed.handle(), TaskProgress.of(changed.result()));
      if (printing == Printing.CHANGES) {
        display.result(CanonicalJson.line(changed.result()));
      }
    } else if (event instanceof TaskEvent.Ended ended) {
      ended(ended.outcome());
    }
  }

  /** Prints an end; that of a task that is waited for once, whoever tells it first. */
  void ended(Outcome outcome) {
    TaskHandle handle = outcome.handle();
    if (closed || awaited.contains(handle) && !told.add(handle)) {
      return;
    }
    display.end(handle, messages.about(outcome));
    if (printing == Printing.ENDS && outcome.kind() != Outcome.Kind.UNFINISHED) {
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

  /** Prints no more: what ends now only ends here. */
  void close() {
    closed = true;
  }
}
