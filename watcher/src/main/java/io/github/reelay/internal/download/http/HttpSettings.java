package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.Connector;
import io.github.reelay.provider.Providers;
import java.time.Duration;

/**
 * The HTTP settings of one downloader.
 *
 * @param connector opens connections
 * @param headers the headers that the caller adds to requests for videos
 * @param providers gives the keys for files at a provider's own origin
 * @param providerKey whether the provider's own origin may get its key
 * @param stallTimeout the longest time without a byte, and the window in which the speed is
 *     measured
 * @param minBytesPerSecond the lowest speed
 */
public record HttpSettings(
    Connector connector,
    RequestHeaders headers,
    Providers providers,
    boolean providerKey,
    Duration stallTimeout,
    long minBytesPerSecond) {

  /** The bytes that must arrive in each window; at least one. */
  long minBytesPerWindow() {
    double seconds = stallTimeout.toNanos() / 1e9;
    return Math.max(1, (long) (seconds * minBytesPerSecond));
  }

  /** The window in milliseconds, for a socket. */
  int stallMillis() {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, stallTimeout.toMillis()));
  }
}
