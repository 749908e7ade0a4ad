package io.github.reelay.page;

import io.github.reelay.internal.Bounds;
import io.github.reelay.internal.host.Hosts;
import io.github.reelay.provider.Providers;
import io.github.reelay.time.Scheduler;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link WatchPage}; all have a default. Not safe for use by many threads. */
public final class WatchPageBuilder {
  final Providers providers;
  final List<String> hostNames = new ArrayList<>();
  InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  @Nullable String token;
  boolean privateToo;
  int openShown = 5_000;
  int endedShown = 1_000;
  int streams = 16;
  Duration stallTimeout = Duration.ofSeconds(20);
  private @Nullable Scheduler scheduler;

  WatchPageBuilder(Providers providers) {
    this.providers = Objects.requireNonNull(providers, "providers");
  }

  /**
   * The port on loopback; 0, the default, for any free one.
   *
   * @throws IllegalArgumentException if it is not from 0 to 65535
   */
  public WatchPageBuilder port(int value) {
    if (value < 0 || value > 65_535) {
      throw new IllegalArgumentException("expected a port from 0 to 65535, found " + value);
    }
    return address(new InetSocketAddress(InetAddress.getLoopbackAddress(), value));
  }

  /**
   * Where the page is served; any free port of loopback by default. Any other address than loopback
   * needs a {@link #token}. The page is not encrypted: put a proxy with TLS in front of it where
   * others can listen.
   *
   * @throws IllegalArgumentException if its name cannot be resolved
   */
  public WatchPageBuilder address(InetSocketAddress value) {
    if (value.isUnresolved()) {
      throw new IllegalArgumentException(
          "expected an address of this machine for the page, found "
              + value.getHostString()
              + ", which cannot be resolved");
    }
    address = value;
    return this;
  }

  /**
   * A further name under which browsers reach the page, such as that of a proxy in front of it. By
   * default these are {@code localhost}, addresses (only those of loopback, if it is served there),
   * and the name that the {@link #address} was made with. A request for any other {@code Host} is
   * refused.
   */
  public WatchPageBuilder hostName(String value) {
    hostNames.add(Objects.requireNonNull(value, "hostName"));
    return this;
  }

  /**
   * The secret that each request needs, as {@code Authorization: Bearer TOKEN}; a browser opens
   * {@code /?token=TOKEN} once and gets a cookie in its place, which lasts until the browser ends
   * and survives a restart of the program. By default there is none.
   *
   * @param value at least 16 visible ASCII characters; null for none
   */
  public WatchPageBuilder token(@Nullable String value) {
    token = value;
    return this;
  }

  /**
   * Whether thumbnails may come from private addresses, as {@code
   * DownloaderBuilder.allowPrivateAddresses} says of videos; false by default.
   */
  public WatchPageBuilder allowPrivateAddresses(boolean value) {
    privateToo = value;
    return this;
  }

  /** The clock and timer; the caller closes it. By default the page has its own. */
  public WatchPageBuilder scheduler(Scheduler value) {
    scheduler = Objects.requireNonNull(value, "scheduler");
    return this;
  }

  /**
   * How many tasks are shown that have ended, the last ones; 1,000 by default.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public WatchPageBuilder endedShown(int value) {
    Bounds.atLeast(1, value, "endedShown");
    endedShown = value;
    return this;
  }

  /**
   * How many open tasks are shown; 5,000 by default. If there are more, the page says so.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public WatchPageBuilder openShown(int value) {
    Bounds.atLeast(1, value, "openShown");
    openShown = value;
    return this;
  }

  /**
   * How many pages may be open at a time; 16 by default. Each takes a thread and a connection.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public WatchPageBuilder openPages(int value) {
    Bounds.atLeast(1, value, "openPages");
    streams = value;
    return this;
  }

  /**
   * Serves the page.
   *
   * @throws IllegalArgumentException if the address needs a token and there is none, or the token
   *     is too short or has other characters than visible ASCII
   * @throws UncheckedIOException if the port is taken, or the address is not this machine's
   */
  public WatchPage start() {
    if (token == null && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "expected a token for a page at "
              + address.getHostString()
              + ", found none; only loopback is served without one");
    }
    if (Hosts.literal(address.getHostString()) == null) {
      hostNames.add(address.getHostString());
    }
    boolean own = scheduler == null;
    Scheduler time = own ? Scheduler.ofSystem() : scheduler;
    try {
      return new WatchPage(this, time, own ? time::close : () -> {});
    } catch (RuntimeException refused) {
      if (own) {
        time.close();
      }
      throw refused;
    }
  }
}
