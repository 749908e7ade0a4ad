package io.github.reelay.cluster.internal.store;

import io.github.reelay.task.TaskHandle;
import java.time.Instant;

/**
 * A task that is submitted to the cluster.
 *
 * @param handle the task
 * @param partition from 0 on; its holder takes the task
 * @param submittedAt when it was submitted to its provider
 * @param isOpen whether it has not ended; a holder may have found it before it takes it
 */
public record Submission(TaskHandle handle, int partition, Instant submittedAt, boolean isOpen) {}
