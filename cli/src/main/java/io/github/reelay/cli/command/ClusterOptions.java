package io.github.reelay.cli.command;

import io.github.reelay.cluster.ReelayCluster;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.provider.Providers;
import java.util.Objects;
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

  /** A replica of the cluster that is given. */
  ReelayClusterBuilder client(Providers providers) {
    ReelayClusterBuilder client =
        ReelayCluster.builder().providers(providers).database(Objects.requireNonNull(cluster));
    return createTables ? client.createSchema(true) : client;
  }
}
