/**
 * One replica: the watcher of the tasks in the partitions that it holds, what it writes of them,
 * and what it does about their ends. Leases are kept in {@code
 * io.github.reelay.cluster.internal.lease}, statements in {@code
 * io.github.reelay.cluster.internal.store}; when a task is queried is the watcher's business alone.
 * Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.cluster.internal.replica;

import org.jspecify.annotations.NullMarked;
