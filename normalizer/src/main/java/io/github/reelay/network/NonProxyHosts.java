package io.github.reelay.network;

import io.github.reelay.internal.host.Hosts;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that are reached without a proxy.
 *
 * @param rules one for each host that was given
 */
record NonProxyHosts(List<Rule> rules) {
  static final NonProxyHosts NONE = new NonProxyHosts(List.of());

  /** The last label is no number: that would be an address. */
  private static final Pattern NAME =
      Pattern.compile("(?:\\*?\\.)?(?:[a-z0-9_-]+\\.)*[a-z0-9_-]*[a-z_-][a-z0-9_-]*");

  private static final Pattern RANGE = Pattern.compile("([^/]+)/(\\d{1,3})");
  private static final Pattern PORT =
      Pattern.compile("(\\[[^\\]]*]|[^:]*|[^/]+/\\d{1,3}):(\\d{1,5})");
  private static final int ANY_PORT = 0;

  /**
   * One entry.
   *
   * @param name the exact name, or the end of it that begins with a dot; empty for every host
   * @param range the addresses; null for names
   * @param port the port; 0 for every one
   */
  record Rule(String name, @Nullable Range range, int port) {
    boolean holds(String host, @Nullable InetAddress address, int hostPort) {
      boolean same = port == ANY_PORT || port == hostPort;
      if (range != null) {
        return same && address != null && range.holds(address.getAddress());
      }
      boolean below = name.isEmpty() || name.startsWith(".");
      return same && (below ? host.endsWith(name) : host.equals(name));
    }
  }

  /**
   * Addresses that begin with the same bits.
   *
   * @param first one of them
   * @param bits how many
   */
  record Range(InetAddress first, int bits) {
    boolean holds(byte[] address) {
      byte[] own = first.getAddress();
      boolean same = own.length == address.length;
      for (int bit = 0; same && bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        same = (own[bit / 8] & mask) == (address[bit / 8] & mask);
      }
      return same;
    }
  }

  static NonProxyHosts of(Collection<String> lists) {
    List<Rule> rules = new ArrayList<>();
    for (String list : lists) {
      for (String entry : list.split("[,\\s]+")) {
        if (!entry.isEmpty()) {
          rules.add(rule(entry, rules.size() + 1));
        }
      }
    }
    return new NonProxyHosts(List.copyOf(rules));
  }

  boolean contain(String host, int port) {
    if (rules.isEmpty()) {
      return false;
    }
    String name = Hosts.normalized(host);
    InetAddress address = Hosts.literal(name);
    return rules.stream().anyMatch(rule -> rule.holds(name, address, port));
  }

  private static Rule rule(String entry, int number) {
    Matcher ported = PORT.matcher(entry);
    boolean hasPort = ported.matches();
    int port = hasPort ? Integer.parseInt(ported.group(2)) : ANY_PORT;
    String text = Hosts.normalized(hasPort ? ported.group(1) : entry);
    Range range = range(text);
    Matcher name = NAME.matcher(text);
    boolean isName = text.equals("*") || name.matches();
    if (hasPort && (port < 1 || port > 65_535) || range == null && !isName) {
      throw new IllegalArgumentException(
          "expected hosts such as files.example, .corp.example, 10.1.2.3, 10.0.0.0/8 or *, each"
              + " with a port or without, found something else as number "
              + number);
    }
    return new Rule(text.replaceFirst("^\\*", ""), range, port);
  }

  private static @Nullable Range range(String text) {
    Matcher parts = RANGE.matcher(text);
    InetAddress first = Hosts.literal(parts.matches() ? parts.group(1) : text);
    if (first == null) {
      return null;
    }
    int most = first.getAddress().length * 8;
    int bits = parts.matches() ? Integer.parseInt(parts.group(2)) : most;
    return bits > most ? null : new Range(first, bits);
  }
}
