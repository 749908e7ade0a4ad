package io.github.reelay.internal.http;

import org.apache.hc.core5.http.config.Http1Config;

/**
 * The limits of the head of a response, its trailers included.
 *
 * @param headers the most header lines
 * @param lineBytes the most bytes of one line
 */
public record HeadLimits(int headers, int lineBytes) {

  /** For the parser, which refuses what reaches a limit and counts the end of a line. */
  Http1Config config() {
    return Http1Config.custom()
        .setMaxHeaderCount(headers + 1)
        .setMaxLineLength(lineBytes + 2)
        .build();
  }
}
