package io.github.reelay.cli.cluster;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.terminal.ProgressDisplay;
import io.github.reelay.cluster.ReelayCluster;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/**
 * A replica of a cluster for as long as a command runs.
 *
 * @param client has the database and the providers already; the rest is set here
 */
public record ClusterRun(
    CommandContext context, ReelayClusterBuilder client, OutcomeMessages messages) {

  /**
   * Joins, adds the tasks that were given, and watches until the run is stopped.
   *
   * @param changes whether each change is printed, and not only each end
   */
  public void run(Collection<TaskHandle> given, boolean changes) {
    try (Scheduler scheduler = context.scheduler().get();
        ProgressDisplay display = ProgressDisplay.of(context)) {
      ClusterPrinter printer = new ClusterPrinter(display, changes, messages);
      client.listener(printer).cluster(each -> each.scheduler(scheduler).listener(printer));
      try (ReelayCluster cluster = ClusterDatabase.use(client::start)) {
        display.say("joined the cluster as " + cluster.watcher().name());
        ClusterDatabase.use(() -> cluster.watcher().submitAll(given));
        context.shutdown().await(new CompletableFuture<>());
        printer.close();
      }
    }
  }
}
