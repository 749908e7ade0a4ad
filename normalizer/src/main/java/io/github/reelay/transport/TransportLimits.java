package io.github.reelay.transport;

import io.github.reelay.internal.Bounds;
import io.github.reelay.internal.http.HeaderSyntax;
import java.time.Duration;

/**
 * The limits of the default transport: connections, headers, bodies and idle time; {@link
 * #defaults()} suits a program that watches thousands of tasks.
 *
 * @param connectionsPerRoute how many queries to one scheme, host and port are in flight at the
 *     same time, each with one connection and one thread; others wait, and their deadline counts
 *     meanwhile. At least 1, default 64
 * @param maxHeaders the most header lines that a response may have, this number included; a
 *     response with more fails. At least 1, default 200
 * @param maxHeaderLine the most bytes of one line of the head, its name included; a response with a
 *     longer line fails. At least 64, default 16,384
 * @param keepIdle how long an idle connection is kept open at least, if the server does not demand
 *     less; it is closed before twice that time. At least 1 ms, default 60 s
 * @param smallBody the most bytes of a body, after inflation, that each query may hold at the same
 *     time as others; larger bodies are read one at a time. At least 1,024, default 1,048,576
 * @param userAgent the {@code User-Agent} of requests that do not bring their own; printable ASCII,
 *     not blank
 */
public record TransportLimits(
    int connectionsPerRoute,
    int maxHeaders,
    int maxHeaderLine,
    Duration keepIdle,
    int smallBody,
    String userAgent) {

  private static final TransportLimits DEFAULTS =
      new TransportLimits(64, 200, 16_384, Duration.ofSeconds(60), 1 << 20, "Reelay/0.1");

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number or a time is below its least value, or the user
   *     agent is blank or not printable ASCII
   */
  public TransportLimits {
    Bounds.atLeast(1, connectionsPerRoute, "connectionsPerRoute");
    Bounds.atLeast(1, maxHeaders, "maxHeaders");
    Bounds.atLeast(64, maxHeaderLine, "maxHeaderLine");
    Bounds.atLeast(1_024, smallBody, "smallBody");
    if (keepIdle.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("expected keepIdle of at least 1 ms, found " + keepIdle);
    }
    if (userAgent.isBlank() || !HeaderSyntax.isPrintable(userAgent)) {
      throw new IllegalArgumentException("expected printable ASCII as user agent, found other");
    }
  }

  /** The defaults named above. */
  public static TransportLimits defaults() {
    return DEFAULTS;
  }

  /** The same with another number of queries in flight per scheme, host and port. */
  public TransportLimits withConnectionsPerRoute(int connections) {
    return new TransportLimits(
        connections, maxHeaders, maxHeaderLine, keepIdle, smallBody, userAgent);
  }

  /** The same with other limits for the head of a response. */
  public TransportLimits withHead(int headers, int bytesPerLine) {
    return new TransportLimits(
        connectionsPerRoute, headers, bytesPerLine, keepIdle, smallBody, userAgent);
  }

  /** The same with another idle time of connections. */
  public TransportLimits withKeepIdle(Duration kept) {
    return new TransportLimits(
        connectionsPerRoute, maxHeaders, maxHeaderLine, kept, smallBody, userAgent);
  }

  /** The same with another limit for small bodies. */
  public TransportLimits withSmallBody(int bytes) {
    return new TransportLimits(
        connectionsPerRoute, maxHeaders, maxHeaderLine, keepIdle, bytes, userAgent);
  }

  /** The same with another {@code User-Agent}. */
  public TransportLimits withUserAgent(String agent) {
    return new TransportLimits(
        connectionsPerRoute, maxHeaders, maxHeaderLine, keepIdle, smallBody, agent);
  }
}
