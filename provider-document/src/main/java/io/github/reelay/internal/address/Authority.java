package io.github.reelay.internal.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which server a URL names. {@link java.net.URI} knows none where the host has an underscore, which
 * real hosts have.
 *
 * @param user whether there is user information
 * @param host a name, an IPv4 address, or an IPv6 address in brackets, as it is written
 * @param port the digits as they are written; null or empty for the scheme's own port
 */
public record Authority(boolean user, String host, @Nullable String port) {
  private static final Pattern PARTS =
      Pattern.compile("(.*@)?(\\[[^\\]]*]|[^:\\[\\]@]*)(?::([0-9]*))?", Pattern.DOTALL);
  private static final Pattern ADDRESS = Pattern.compile("\\[[0-9A-Fa-f.]*+:[0-9A-Fa-f:.]*+]");
  private static final Pattern NAME = Pattern.compile("[._-]*+[A-Za-z0-9][A-Za-z0-9._-]*+");
  private static final Pattern PORT = Pattern.compile("0*([0-9]{0,5})");
  private static final int HIGHEST_PORT = 65_535;

  /** The parts of an authority; null if it names no host that can be looked up. */
  public static @Nullable Authority of(@Nullable String authority) {
    Matcher parts = PARTS.matcher(authority == null ? "" : authority);
    if (!parts.matches()) {
      return null;
    }
    String host = parts.group(2);
    return isAddress(host) || isName(host)
        ? new Authority(parts.group(1) != null, host, parts.group(3))
        : null;
  }

  /** Whether the text looks like an IPv6 address in brackets. */
  static boolean isAddress(String host) {
    return ADDRESS.matcher(host).matches();
  }

  /** Whether the text has the characters of a host's name or of an IPv4 address. */
  static boolean isName(String host) {
    return NAME.matcher(host).matches();
  }

  /** Whether the port, if there is one, is from 1 to 65535. */
  public boolean hasPossiblePort() {
    if (port == null || port.isEmpty()) {
      return true;
    }
    Matcher digits = PORT.matcher(port);
    if (!digits.matches() || digits.group(1).isEmpty()) {
      return false;
    }
    int number = Integer.parseInt(digits.group(1));
    return number >= 1 && number <= HIGHEST_PORT;
  }
}
