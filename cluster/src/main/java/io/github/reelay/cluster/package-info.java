/**
 * Several replicas of a program that watch tasks together, with a database between them: {@link
 * io.github.reelay.cluster.ClusterWatcher} joins as a replica, {@link
 * io.github.reelay.cluster.ClusterTasks} submits and reads tasks without joining, and {@link
 * io.github.reelay.cluster.ReelayCluster} has the commonest uses in one place. Everything below
 * {@code io.github.reelay.cluster.internal} is free to change; one process alone needs none of
 * this, but {@code io.github.reelay.watch}.
 */
@NullMarked
package io.github.reelay.cluster;

import org.jspecify.annotations.NullMarked;
