package io.github.reelay.watch;

import io.github.reelay.internal.poll.Jitter;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.TelemetryQueue;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all pollers of a watcher have in common.
 *
 * @param time the scheduler's, in nanoseconds since the watcher was made
 * @param jitter stretches delays
 * @param dispatcher takes changes and outcomes
 * @param recentEnds takes the ends of tasks
 * @param rateShare which share of each rate is this watcher's
 * @param keepLastSeen whether each task is kept as it was seen last
 * @param suspends whether there is a store, so that waits go on by themselves
 * @param telemetry takes what is measured; null if nobody listens
 */
record PollerContext(
    MonotonicTime time,
    Jitter jitter,
    OutcomeDispatcher dispatcher,
    RecentEnds recentEnds,
    DoubleSupplier rateShare,
    boolean keepLastSeen,
    boolean suspends,
    @Nullable TelemetryQueue telemetry) {}
