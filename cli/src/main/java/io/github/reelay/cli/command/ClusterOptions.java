package io.github.reelay.cli.command;

import io.github.reelay.cluster.ReelayCluster;
import io.github.reelay.cluster.ReelayClusterBuilder;
import io.github.reelay.provider.Providers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --cluster} and {@code --create-tables} of {@code watch}. */
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

  boolean isGiven() {
    return cluster != null;
  }

  /** The settings of a replica; only where {@link #isGiven}, else there is no URL. */
  ReelayClusterBuilder client(Providers providers) {
    ReelayClusterBuilder client =
        ReelayCluster.builder().providers(providers).database(Objects.requireNonNull(cluster));
    return createTables ? client.createSchema(true) : client;
  }
}
