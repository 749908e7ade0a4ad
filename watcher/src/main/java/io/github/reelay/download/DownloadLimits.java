package io.github.reelay.download;

import java.time.Duration;

/**
 * What a download allows itself and the other side; see {@link DownloaderBuilder} for each.
 *
 * @param maxBytes the largest file
 * @param stallTimeout how long nothing may arrive, and the window in which the pace is taken
 * @param minBytesPerSecond the slowest pace
 * @param maxRetriesWithoutProgress so many breaks in a row without anything new end it
 * @param replace whether a file that is there is fetched again
 * @param gracePeriod how long after the end of its task a file may be missing
 * @param freshUrls whether the provider is queried for another URL
 * @param providerKey whether the provider's own origin may get its key
 */
record DownloadLimits(
    long maxBytes,
    Duration stallTimeout,
    long minBytesPerSecond,
    int maxRetriesWithoutProgress,
    boolean replace,
    Duration gracePeriod,
    boolean freshUrls,
    boolean providerKey) {

  /** How many bytes must arrive in each window; at least one. */
  long floor() {
    double seconds = stallTimeout.toNanos() / 1e9;
    return Math.max(1, (long) (seconds * minBytesPerSecond));
  }

  /** The window as a socket takes it. */
  int stallMillis() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, stallTimeout.toMillis()));
  }
}
