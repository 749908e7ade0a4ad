package io.github.reelay.cluster;

/** Thrown if the database of a cluster cannot be reached, or does not do what it is asked to. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClusterException(String what, Throwable cause) {
    super("expected to " + what + ", found that the database does not do it", cause);
  }
}
