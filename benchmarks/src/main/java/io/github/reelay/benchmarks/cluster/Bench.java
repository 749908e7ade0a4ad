package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What all proofs of a run have in common. */
final class Bench implements AutoCloseable {
  private final Options options;
  private final SplittableRandom random = new SplittableRandom(12);
  private @Nullable PostgresServer postgres;
  private int runs;

  Bench(Options options) {
    this.options = options;
  }

  Options options() {
    return options;
  }

  /** The same numbers in each run. */
  SplittableRandom random() {
    return random;
  }

  /** A PostgreSQL, which is started when it is needed first. */
  PostgresServer postgres() throws IOException, InterruptedException {
    if (postgres == null) {
      postgres = new PostgresServer();
    }
    return postgres;
  }

  /** A cluster without replicas, with tables of its own. */
  ClusterRun cluster(String proof) throws IOException, InterruptedException, SQLException {
    String schema = proof.replace('-', '_') + "_" + ++runs;
    postgres().makeSchema(schema);
    return new ClusterRun(postgres(), schema, folder(schema));
  }

  /** A folder for the logs of a proof. */
  Path folder(String name) throws IOException {
    return Folders.empty(options.folder().resolve(name));
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
