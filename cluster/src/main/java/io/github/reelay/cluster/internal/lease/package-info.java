/**
 * Which replica holds which partition: one long execution of db-scheduler for each lease, how
 * leases are shared out between the living replicas, and what happens while the database is away.
 * What a holder does with a partition is decided in {@code
 * io.github.reelay.cluster.internal.replica}. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.cluster.internal.lease;

import org.jspecify.annotations.NullMarked;
