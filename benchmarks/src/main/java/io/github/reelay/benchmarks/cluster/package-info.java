/**
 * {@code benchmarks/run cluster}: replicas as processes of their own, which are killed, stopped and
 * cut off while they watch tasks, with a PostgreSQL of its own between them. What belongs here
 * starts them and judges what became of the tasks, by the log of the provider and that of the
 * follow-ups; what runs in the other processes stands in the package {@code process}. How fast one
 * watcher is without a cluster is measured in {@code io.github.reelay.benchmarks}.
 */
@NullMarked
package io.github.reelay.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
