package io.github.reelay.cluster;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names of replicas. Each start has a name of its own in the database, also if a replica of this or
 * an earlier process was named the same.
 */
final class ReplicaNames {
  /** How the names of all replicas of this process end. */
  static final String PROCESS = "/" + UUID.randomUUID().toString().substring(0, 6);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private ReplicaNames() {}

  /** {@code HOSTNAME}, or {@code replica} without it, and the process id; at most 40 characters. */
  static String usual() {
    String host = System.getenv("HOSTNAME");
    String known = host == null || host.isBlank() ? "replica" : host;
    String process = "-" + ProcessHandle.current().pid();
    return known.substring(0, Math.min(known.length(), 40 - process.length())) + process;
  }

  /** The name under which the database has this start of a replica. */
  static String unique(String name) {
    return name + "/" + Integer.toString(COUNT.incrementAndGet() % 1296, 36) + PROCESS;
  }
}
