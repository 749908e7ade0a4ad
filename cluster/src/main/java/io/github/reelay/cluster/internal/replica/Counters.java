package io.github.reelay.cluster.internal.replica;

import java.util.concurrent.atomic.LongAdder;

/** What a replica has done since its start. */
public final class Counters {
  /** Partitions that were acquired. */
  public final LongAdder acquired = new LongAdder();

  /** Leases that were lost to another replica. */
  public final LongAdder lost = new LongAdder();

  /** Changes that were written. */
  public final LongAdder written = new LongAdder();

  /** Ends among them. */
  public final LongAdder ended = new LongAdder();

  /** Changes that were not written, because another replica holds their partitions by now. */
  public final LongAdder refused = new LongAdder();

  /** Follow-ups that were done. */
  public final LongAdder followedUp = new LongAdder();

  /** Attempts at a follow-up that failed. */
  public final LongAdder followUpsFailed = new LongAdder();
}
