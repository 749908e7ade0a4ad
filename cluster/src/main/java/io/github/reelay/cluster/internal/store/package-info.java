/**
 * What is sent to the database of a cluster: transactions, the statements of both databases, its
 * clock, and whether it can be reached. Nothing here decides who watches what; leases are kept in
 * {@code io.github.reelay.cluster.internal.lease}, the tables are made by {@code
 * io.github.reelay.cluster.internal.schema}. Not part of the API: it changes without notice.
 */
@NullMarked
package io.github.reelay.cluster.internal.store;

import org.jspecify.annotations.NullMarked;
