package io.github.reelay.cluster.internal.replica;

import io.github.reelay.cluster.internal.lease.LeaseSettings;
import io.github.reelay.watch.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a replica works.
 *
 * @param leases how its leases are kept
 * @param process how the names of all replicas of this process end
 * @param followUp what is to be done about an end; null for nothing
 * @param followUpThreads how many of them are done at a time
 * @param followUpTimeout for how long after an end it is tried again
 */
public record ReplicaSettings(
    LeaseSettings leases,
    String process,
    @Nullable Function<Outcome, CompletionStage<?>> followUp,
    int followUpThreads,
    Duration followUpTimeout) {}
