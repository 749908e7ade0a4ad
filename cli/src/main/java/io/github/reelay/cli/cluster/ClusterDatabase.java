package io.github.reelay.cli.cluster;

import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.cluster.ClusterException;
import io.github.reelay.cluster.ClusterTasks;
import java.util.function.Supplier;

/** Opens the database of {@code --cluster}, and turns what it refuses into usage errors. */
public final class ClusterDatabase {
  private ClusterDatabase() {}

  /**
   * The tasks in it, without joining as a replica.
   *
   * @throws UsageException if it cannot be used, or its driver is missing
   */
  public static ClusterTasks open(String url) {
    return use(() -> ClusterTasks.open(url));
  }

  /**
   * Runs an action on the database, and returns what it gives.
   *
   * @throws UsageException if it cannot be used, or its driver is missing
   */
  public static <T> T use(Supplier<T> action) {
    try {
      return action.get();
    } catch (ClusterException | IllegalStateException | IllegalArgumentException refused) {
      // The drivers are no part of the command.
      boolean isMissing = refused.getCause() instanceof ClassNotFoundException;
      throw new UsageException(
          refused.getMessage() + (isMissing ? ", or name its jar in REELAY_CLASS_PATH" : ""));
    }
  }
}
