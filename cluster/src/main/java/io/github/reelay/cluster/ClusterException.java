package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.contract.PrintableText;
import java.sql.SQLException;

/** Thrown if the database of a cluster cannot be reached, or does not do what a statement says. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The file of H2 is open in another process. */
  private static final String IN_USE = "90020";

  private ClusterException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /**
   * The exception for a failure.
   *
   * @param what what was wanted, as in "submit tasks"
   */
  static ClusterException of(String what, SQLException failure) {
    return new ClusterException("expected to " + what + ", found " + found(failure), failure);
  }

  private static String found(SQLException failure) {
    if (IN_USE.equals(failure.getSQLState())) {
      return "that another process has the file of H2 open; use PostgreSQL for several processes";
    }
    if (DatabaseHealth.isConnectionFailure(failure)) {
      return "the database out of reach; nothing is half done, so try again later";
    }
    return "that the database refuses it: "
        + PrintableText.of(String.valueOf(failure.getMessage()));
  }
}
