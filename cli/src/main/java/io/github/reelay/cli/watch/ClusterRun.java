package io.github.reelay.cli.watch;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.OutcomeStatus;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cluster.ReelayCluster;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A replica of a cluster for as long as a command runs. */
public final class ClusterRun {
  private final CommandContext context;
  private final ReelayClusterBuilder client;
  private final OutcomeMessages messages;

  /**
   * Does not join yet.
   *
   * @param client has its database and providers
   */
  public ClusterRun(CommandContext context, ReelayClusterBuilder client, OutcomeMessages messages) {
    this.context = context;
    this.client = client;
    this.messages = messages;
  }

  /**
   * Joins, and watches until the run is told to stop, or until all of the tasks that were given
   * have ended.
   */
  public ExitStatus run(Collection<TaskHandle> given, Printing printing) {
    try (Scheduler scheduler = context.scheduler().get();
        ProgressDisplay display = ProgressDisplay.of(context)) {
      ClusterPrinter printer = new ClusterPrinter(display, printing, messages, given);
      client.listener(printer).cluster(each -> each.scheduler(scheduler).listener(printer));
      try (ReelayCluster cluster = ClusterDatabase.use(client::start)) {
        context.say("joined the cluster as " + cluster.watcher().name());
        display.begin(given);
        ExitStatus status = await(cluster, given, printer);
        printer.close();
        return status;
      }
    }
  }

  private ExitStatus await(
      ReelayCluster cluster, Collection<TaskHandle> given, ClusterPrinter printer) {
    Map<TaskHandle, CompletableFuture<Outcome>> ends = new LinkedHashMap<>();
    for (TaskHandle handle : given) {
      ends.put(handle, ClusterDatabase.use(() -> cluster.watch(handle)));
    }
    List<CompletableFuture<Void>> printed = new ArrayList<>();
    ends.values().forEach(end -> printed.add(end.thenAccept(printer::ended)));
    context
        .shutdown()
        .await(
            given.isEmpty()
                ? new CompletableFuture<>()
                : CompletableFuture.allOf(printed.toArray(CompletableFuture<?>[]::new)));
    List<ExitStatus> statuses = new ArrayList<>();
    ends.forEach((handle, end) -> statuses.add(status(handle, end.getNow(null))));
    return ExitStatus.first(statuses);
  }

  private ExitStatus status(TaskHandle handle, @Nullable Outcome outcome) {
    if (outcome != null) {
      return OutcomeStatus.of(outcome);
    }
    context.say(handle + ": stopped waiting; the other replicas go on, or the next one does");
    return ExitStatus.GAVE_UP;
  }
}
