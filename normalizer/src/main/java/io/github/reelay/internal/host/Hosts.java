package io.github.reelay.internal.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the text of a host says about its address, without a name service. */
public final class Hosts {
  /** Names that the public DNS does not have (RFC 6761, RFC 6762 appendix G, RFC 8375, ICANN). */
  private static final List<String> PRIVATE_SUFFIXES =
      List.of(
          ".localhost",
          ".localdomain",
          ".local",
          ".internal",
          ".intranet",
          ".private",
          ".corp",
          ".home",
          ".lan",
          ".home.arpa");

  private Hosts() {}

  /** The host in lower case and without the dot at its end. */
  public static String normalized(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /**
   * The address that a text is.
   *
   * @param host four decimal numbers, or IPv6 with or without brackets
   * @return null if it is a name, or an address in another notation
   */
  public static @Nullable InetAddress literal(String host) {
    boolean six = host.indexOf(':') >= 0 && host.indexOf('%') < 0;
    if (!six && !isIpv4(host)) {
      return null;
    }
    try {
      return InetAddress.getByName(six && !host.startsWith("[") ? "[" + host + "]" : host);
    } catch (UnknownHostException malformed) {
      return null;
    }
  }

  /** Whether it is four numbers without leading zeros; a regular expression costs start-up time. */
  private static boolean isIpv4(String host) {
    int numbers = 1;
    int digits = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean zeroAhead = digits == 1 && host.charAt(i - 1) == '0';
      if (c == '.' && digits > 0) {
        numbers++;
        digits = 0;
      } else if (c >= '0' && c <= '9' && digits < 3 && !zeroAhead) {
        digits++;
      } else {
        return false;
      }
    }
    return numbers == 4 && digits > 0;
  }

  /** What many systems read as an IPv4 address: the last label is a number (WHATWG URL, 3.5). */
  private static boolean endsInNumber(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean hexadecimal = last.startsWith("0x");
    return !last.isEmpty()
        && last.chars()
            .skip(hexadecimal ? 2 : 0)
            .allMatch(c -> Character.digit(c, hexadecimal ? 16 : 10) >= 0 && c < 128);
  }

  /** Whether it is this machine for every resolver: {@code localhost}, 127.0.0.1, ::1, 0.0.0.0. */
  public static boolean isThisMachine(String host) {
    String name = normalized(host);
    InetAddress address = literal(name);
    return address == null
        ? name.equals("localhost") || name.endsWith(".localhost")
        : address.isLoopbackAddress() || address.isAnyLocalAddress();
  }

  /**
   * The address of a host that a proxy is to resolve, as far as its text shows it.
   *
   * @return loopback for what cannot be the name of a public host: one without a dot, one with a
   *     private suffix such as {@code .internal}, and an address in another notation, which some
   *     systems read as another address; null for a name that the public DNS may have
   */
  public static @Nullable InetAddress shownAddress(String host) {
    String name = normalized(host);
    InetAddress address = literal(name);
    if (address != null) {
      return address;
    }
    boolean isPrivate =
        name.indexOf('.') < 0
            || name.indexOf(':') >= 0
            || name.endsWith(".")
            || endsInNumber(name)
            || PRIVATE_SUFFIXES.stream().anyMatch(name::endsWith);
    return isPrivate ? InetAddress.getLoopbackAddress() : null;
  }
}
