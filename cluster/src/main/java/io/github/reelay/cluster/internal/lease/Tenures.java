package io.github.reelay.cluster.internal.lease;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The tenures of this replica. Safe for use by many threads. */
public final class Tenures {
  /** For how long a share may be out of date: ages are read from each lease. */
  private static final long SHARE_NANOS = 20_000_000;

  private final Map<Integer, Tenure> held = new ConcurrentHashMap<>();
  private final Map<Integer, Tenure> leaving = new ConcurrentHashMap<>();
  private final int partitions;
  private final LongSupplier nanoTime;
  private volatile Share share;

  private record Share(double part, long at) {}

  /**
   * Holds nothing yet.
   *
   * @param partitions how many the cluster has, whichever replica holds them
   */
  public Tenures(int partitions, LongSupplier nanoTime) {
    this.partitions = partitions;
    this.nanoTime = nanoTime;
    this.share = new Share(0, nanoTime.getAsLong() - SHARE_NANOS);
  }

  /** Begins a tenure. An earlier one of the same partition is over, which lost its lease. */
  public void begin(Tenure tenure) {
    Tenure before = held.put(tenure.partition(), tenure);
    if (before != null) {
      before.revoke();
    }
    outdate();
  }

  /** A tenure no longer counts; what it has learned may still be written under its token. */
  public void leave(Tenure tenure) {
    leaving.put(tenure.partition(), tenure);
    held.remove(tenure.partition(), tenure);
    outdate();
  }

  /** Nothing is written any more for that tenure. */
  public void end(Tenure tenure) {
    leaving.remove(tenure.partition(), tenure);
  }

  /** Whether it is the present tenure of its partition. */
  public boolean isHeld(Tenure tenure) {
    return held.get(tenure.partition()) == tenure;
  }

  /** How many partitions are held, those counted whose heartbeats are late. */
  public int count() {
    return held.size();
  }

  /** A copy, with those whose heartbeats are late; {@link #usable} leaves them out. */
  public List<Tenure> held() {
    return new ArrayList<>(held.values());
  }

  /** The tenure under which something of a partition may be written; null for none. */
  public @Nullable Tenure writer(int partition) {
    Tenure present = held.get(partition);
    return present != null ? present : leaving.get(partition);
  }

  /** The partitions that are held for certain, with their tenures. */
  public Map<Integer, Tenure> usable() {
    Map<Integer, Tenure> usable = new HashMap<>();
    held.forEach(
        (partition, tenure) -> {
          if (tenure.isUsable()) {
            usable.put(partition, tenure);
          }
        });
    return usable;
  }

  /** Which part of all partitions is held for certain: the share of each provider's rate. */
  public double share() {
    Share known = share;
    long now = nanoTime.getAsLong();
    if (now - known.at() >= SHARE_NANOS) {
      known = new Share((double) usable().size() / partitions, now);
      share = known;
    }
    return known.part();
  }

  private void outdate() {
    share = new Share(share.part(), nanoTime.getAsLong() - SHARE_NANOS);
  }
}
