package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.replica.ReplicaState;
import java.time.Duration;

/**
 * What a replica does now, and what it has done since its start.
 *
 * @param databaseUp whether the database could be reached at the last attempt
 * @param replicas how many replicas are alive, this one counted
 * @param partitions how many partitions this replica holds
 * @param rateShare its share of each provider's rate, from 0 to 1
 * @param tasks how many tasks it watches
 * @param pendingChanges how many changes are still to be written
 * @param lag for how long the oldest of them has waited; zero if there is none
 * @param partitionsAcquired how many partitions it has acquired
 * @param partitionsLost how many of them another replica has taken over
 * @param leasesRevived how many leases of dead replicas it has made free, for whichever replica
 * @param changesWritten how many changes it has written
 * @param ends how many of them were the ends of tasks
 * @param changesRefused how many it has not written, because another replica watches their tasks
 * @param followUpsDone how many follow-ups it has done
 * @param followUpsFailed how many attempts at a follow-up have failed
 */
public record ClusterMetrics(
    boolean databaseUp,
    int replicas,
    int partitions,
    double rateShare,
    int tasks,
    int pendingChanges,
    Duration lag,
    long partitionsAcquired,
    long partitionsLost,
    long leasesRevived,
    long changesWritten,
    long ends,
    long changesRefused,
    long followUpsDone,
    long followUpsFailed) {

  static ClusterMetrics of(ReplicaState state) {
    return new ClusterMetrics(
        state.isUp(),
        state.living(),
        state.held(),
        state.share(),
        state.watched(),
        state.pending(),
        state.lag(),
        state.counters().acquired.sum(),
        state.counters().lost.sum(),
        state.revived(),
        state.counters().written.sum(),
        state.counters().ended.sum(),
        state.counters().refused.sum(),
        state.counters().followedUp.sum(),
        state.counters().followUpsFailed.sum());
  }
}
