package io.github.reelay.internal.http;

import org.apache.hc.core5.http.config.Http1Config;

/**
 * How much head an answer may have, its trailers included.
 *
 * @param headers the most header lines
 * @param lineBytes the most bytes of one line
 */
public record HeadLimits(int headers, int lineBytes) {

  /** As the parser takes it, which refuses what reaches its limits and counts the end of a line. */
  Http1Config config() {
    return Http1Config.custom()
        .setMaxHeaderCount(headers + 1)
        .setMaxLineLength(lineBytes + 2)
        .build();
  }
}
