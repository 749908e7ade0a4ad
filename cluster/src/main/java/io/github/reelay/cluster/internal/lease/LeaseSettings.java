package io.github.reelay.cluster.internal.lease;

import java.time.Duration;

/**
 * How leases are kept.
 *
 * @param replica the name of this replica, at most 50 characters, as the database shows it
 * @param heartbeat the time between two heartbeats
 * @param missed after how many missed heartbeats a replica is taken for dead; at least 4
 */
public record LeaseSettings(String replica, Duration heartbeat, int missed) {
  /** How long a pool may need to see that the database is back. */
  private static final Duration POOL = Duration.ofSeconds(6);

  /** The time without a heartbeat after which a replica is taken for dead. */
  public Duration deadAfter() {
    return heartbeat.multipliedBy(missed);
  }

  /**
   * For how long after an outage nobody is taken for dead: all look so until each replica has found
   * the database again.
   */
  public Duration gracePeriod() {
    return deadAfter().plus(POOL);
  }
}
