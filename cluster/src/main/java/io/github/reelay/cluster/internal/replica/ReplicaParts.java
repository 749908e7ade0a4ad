package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseClock;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What the parts of a replica have in common.
 *
 * @param database where tasks and leases are kept
 * @param clock the time of the database
 * @param counters what was done
 * @param listener hears of it; never throws
 * @param nanoTime the monotonic time of this machine
 * @param machine the time of day of this machine, which the watcher reads
 */
public record ReplicaParts(
    Database database,
    DatabaseClock clock,
    Counters counters,
    ReplicaListener listener,
    LongSupplier nanoTime,
    Clock machine) {}
