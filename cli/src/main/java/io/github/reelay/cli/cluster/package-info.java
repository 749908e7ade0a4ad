/**
 * A replica of a cluster as long as {@code watch --cluster} runs, as a client of {@link
 * io.github.reelay.cluster.ReelayCluster}, and how {@code tasks} lists what its database has.
 * Options are parsed in {@link io.github.reelay.cli.command}; what is not about a cluster stands in
 * {@link io.github.reelay.cli.watch}, which knows nothing of it.
 */
@NullMarked
package io.github.reelay.cli.cluster;

import org.jspecify.annotations.NullMarked;
