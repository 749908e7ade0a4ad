package io.github.reelay.cluster.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of the database, which is the same for all replicas whatever their machines' clocks say.
 * Between two looks it goes on with the monotonic time of this machine.
 */
public final class DatabaseClock {
  /** A look that took longer says too little. */
  private static final long PRECISE_NANOS = Duration.ofMillis(500).toNanos();

  private final LongSupplier nanoTime;
  private volatile @Nullable Look last;

  private record Look(Instant at, long nanos) {}

  /** A clock that has not looked yet. */
  public DatabaseClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Looks at the database's clock; its time counts for the middle of the round trip. */
  public void look(Connection connection) throws SQLException {
    try (PreparedStatement look = connection.prepareStatement("select current_timestamp")) {
      long begin = nanoTime.getAsLong();
      try (ResultSet rows = look.executeQuery()) {
        rows.next();
        Instant there = TaskRow.instant(rows, 1);
        long took = nanoTime.getAsLong() - begin;
        if (last == null || took <= PRECISE_NANOS) {
          last = new Look(there, begin + took / 2);
        }
      }
    }
  }

  /**
   * The time of the database now.
   *
   * @throws IllegalStateException if it has not looked yet
   */
  public Instant now() {
    Look known = last;
    if (known == null) {
      throw new IllegalStateException(
          "expected the database's time to be read before it is used, found that it was not");
    }
    return known.at().plusNanos(nanoTime.getAsLong() - known.nanos());
  }
}
