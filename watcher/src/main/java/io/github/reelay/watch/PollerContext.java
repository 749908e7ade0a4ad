package io.github.reelay.watch;

/**
 * What all lanes of a watcher have in common.
 *
 * @param time when it is
 * @param jitter stretches delays
 * @param dispatcher takes changes and outcomes
 * @param keepLastSeen whether each task is kept as it was seen last
 * @param suspends whether there is a store, so that waits go on by themselves
 */
record PollerContext(
    MonotonicTime time,
    Jitter jitter,
    OutcomeDispatcher dispatcher,
    boolean keepLastSeen,
    boolean suspends) {}
