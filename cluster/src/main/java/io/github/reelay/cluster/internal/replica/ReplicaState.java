package io.github.reelay.cluster.internal.replica;

import java.time.Duration;

/**
 * What a replica does now.
 *
 * @param isUp whether the database can be reached
 * @param living how many replicas are alive
 * @param held how many partitions it holds
 * @param share its share of each provider's rate, from 0 to 1
 * @param watched how many tasks it watches
 * @param pending how many changes are still to be written
 * @param lag for how long the oldest of them has waited
 * @param revived how many leases of the dead it has made free
 * @param counters what it has done
 */
public record ReplicaState(
    boolean isUp,
    int living,
    int held,
    double share,
    int watched,
    int pending,
    Duration lag,
    long revived,
    Counters counters) {}
