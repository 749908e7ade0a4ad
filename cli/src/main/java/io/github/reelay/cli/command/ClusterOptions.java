package io.github.reelay.cli.command;

import io.github.reelay.cli.cluster.ClusterRun;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.OutcomeMessages;
import io.github.reelay.cli.watch.Printing;
import io.github.reelay.cluster.ReelayCluster;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether tasks are watched by a replica of a cluster, and of which. */
final class ClusterOptions {
  @Option(
      names = SharedHelp.CLUSTER,
      paramLabel = "URL",
      description =
          "Watch the tasks of a cluster together with its other replicas until Ctrl-C, which is"
              + " status 0; add each HANDLE before. The replicas should have the same options. "
              + SharedHelp.DATABASE)
  private @Nullable String cluster;

  @Option(
      names = "--create-tables",
      description = "Make the tables of --cluster if the database has none; H2 gets them anyway.")
  private boolean createTables;

  /** Whether there is a cluster. */
  boolean isGiven() {
    return cluster != null;
  }

  /**
   * Adds the tasks that were given to the cluster, and watches its tasks until the run is stopped.
   */
  void watch(Set<TaskHandle> given, WaitOptions options, CommandContext context) {
    try (Providers providers = options.providers(given, context)) {
      ReelayClusterBuilder client = client(providers);
      options.apply(client);
      try (WatchPage shown = options.open(context, providers, client)) {
        if (shown != null) {
          shown.expect(given);
        }
        OutcomeMessages messages = new OutcomeMessages(providers, false, options.rules().timeout());
        new ClusterRun(options.display(context), client, messages)
            .run(given, options.printing() == Printing.CHANGES);
      }
    }
  }

  private ReelayClusterBuilder client(Providers providers) {
    ReelayClusterBuilder client =
        ReelayCluster.builder().providers(providers).database(Objects.requireNonNull(cluster));
    return createTables ? client.createSchema(true) : client;
  }
}
