package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.Connector;
import io.github.reelay.provider.Providers;
import java.time.Duration;

/**
 * How all downloads of one downloader speak HTTP.
 *
 * @param connector connects
 * @param headers what requests for videos carry of the caller's
 * @param providers have the keys for files at a provider's own origin
 * @param providerKey whether the provider's own origin may get its key
 * @param stallTimeout how long nothing may arrive, and the window in which the pace is taken
 * @param minBytesPerSecond the slowest pace
 */
public record HttpSettings(
    Connector connector,
    RequestHeaders headers,
    Providers providers,
    boolean providerKey,
    Duration stallTimeout,
    long minBytesPerSecond) {

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
