package io.github.reelay.cli.watch;

import io.github.reelay.CollectOptions;
import io.github.reelay.CollectRun;
import io.github.reelay.Reelay;
import io.github.reelay.ReelayBuilder;
import io.github.reelay.TaskResult;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.OutcomeStatus;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Waits for the tasks of one command, prints what happens, and knows the exit status. */
public final class WatchRun implements AutoCloseable {
  /** After Ctrl-C the process ends within a second. */
  private static final Duration CLOSING = Duration.ofMillis(300);

  private final CommandContext context;
  private final CollectOptions options;
  private final Scheduler scheduler;
  private final Reelay reelay;
  private final CollectRun run;
  private boolean closed;

  /**
   * How a run ended.
   *
   * @param status the gravest status of all tasks and downloads
   * @param left the tasks that another run may go on with
   * @param isBroken whether the state file has failed, and may have lost handles
   */
  public record End(ExitStatus status, Set<TaskHandle> left, boolean isBroken) {}

  /**
   * Queries nothing yet.
   *
   * @throws UsageException if the state file cannot be used
   */
  public WatchRun(CommandContext context, ReelayBuilder client, CollectOptions options) {
    this.context = context;
    this.options = options;
    this.scheduler = context.scheduler().get();
    this.reelay = client.scheduler(scheduler).closeTimeout(CLOSING).build();
    try {
      this.run = reelay.openRun(options);
    } catch (UncheckedIOException unusable) {
      try (scheduler;
          reelay) {
        throw new UsageException(unusable);
      }
    }
  }

  /** The handles in the state file that this run can wait for. */
  public Set<TaskHandle> kept() {
    return run.kept();
  }

  /** The handles in the state file of providers whose document is not given, each with its file. */
  public Map<TaskHandle, String> leftAlone() {
    return run.leftAlone();
  }

  /**
   * Waits for tasks and for those that the state file has, until all have ended or the run is
   * stopped.
   *
   * @param timeout after which a wait is given up; null for the provider's own
   */
  public End run(Collection<TaskHandle> given, Printing printing, @Nullable Duration timeout) {
    Set<TaskHandle> tasks = new LinkedHashSet<>(run.kept());
    tasks.addAll(given);
    OutcomeMessages messages =
        new OutcomeMessages(reelay.providers(), options.singleQuery(), timeout);
    ProgressDisplay display = ProgressDisplay.of(context);
    List<String> failures = new ArrayList<>();
    try (display;
        this) {
      display.begin(tasks);
      context.shutdown().await(start(given, new RunPrinter(display, printing, messages)));
    } catch (UncheckedIOException notForgotten) {
      failures.add(String.valueOf(notForgotten.getMessage()));
      failures.add(String.valueOf(notForgotten.getCause().getMessage()));
    }
    return end(tasks, printing, failures);
  }

  private CompletableFuture<?> start(Collection<TaskHandle> given, RunPrinter printer) {
    try {
      return run.start(given, printer); // they are on the disk before any provider is queried
    } catch (UncheckedIOException notKept) {
      throw new UsageException(String.valueOf(notKept.getCause().getMessage()));
    }
  }

  private End end(Set<TaskHandle> tasks, Printing printing, List<String> failures) {
    Map<TaskHandle, TaskResult> results = run.results();
    for (TaskHandle task : tasks) {
      TaskResult result = results.get(task);
      if (result != null && printing == Printing.IN_ORDER) {
        RunPrinter.print(result.outcome(), context::result);
      }
    }
    for (TaskHandle task : tasks) {
      if (!results.containsKey(task)) {
        context.say(task + stopped(task));
      }
    }
    failures.forEach(context::say);
    boolean isBroken = !failures.isEmpty();
    ExitStatus status = isBroken ? ExitStatus.BROKEN : status(tasks, results);
    tasks.retainAll(run.left());
    return new End(status, tasks, isBroken);
  }

  private String stopped(TaskHandle task) {
    return run.isDownloading(task)
        ? ": stopped downloading; what is there is kept"
        : ": stopped waiting; the task goes on";
  }

  private static ExitStatus status(Set<TaskHandle> tasks, Map<TaskHandle, TaskResult> results) {
    List<ExitStatus> statuses = new ArrayList<>();
    for (TaskHandle task : tasks) {
      TaskResult result = results.get(task);
      statuses.add(result == null ? ExitStatus.GAVE_UP : OutcomeStatus.of(result));
    }
    return ExitStatus.first(statuses);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      scheduler.beginWork(); // with virtual time, none passes any more
      try (scheduler;
          reelay;
          run) {
        return; // the run first, which needs the others to end
      }
    }
  }
}
