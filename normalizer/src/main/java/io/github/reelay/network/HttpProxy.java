package io.github.reelay.network;

import io.github.reelay.internal.host.Hosts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy. Requests for https URLs go through a tunnel ({@code CONNECT}) that the proxy
 * cannot look into; requests for http URLs are sent to the proxy with the whole URL, and it sees
 * their headers. User and password are sent to the proxy alone, with each tunnel and each such
 * request ({@code Basic}), and are never shown.
 *
 * <p>Loopback never goes through a proxy: {@code localhost}, names that end in {@code .localhost},
 * 127.0.0.0/8, ::1, and the unspecified addresses.
 */
public final class HttpProxy {
  private static final Pattern HOST = Pattern.compile("\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+");
  private static final int HIGHEST_PORT = 65_535;

  private final String host;
  private final int port;
  private final @Nullable String authorization;
  private final NonProxyHosts nonProxyHosts;

  private HttpProxy(
      String host, int port, @Nullable String authorization, NonProxyHosts nonProxyHosts) {
    this.host = host;
    this.port = port;
    this.authorization = authorization;
    this.nonProxyHosts = nonProxyHosts;
  }

  /**
   * A proxy without credentials.
   *
   * @param host a name or an address, that of IPv6 with or without brackets
   * @param port from 1 to 65535
   * @throws IllegalArgumentException if the host is neither, or the port out of range
   */
  public static HttpProxy of(String host, int port) {
    String written = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    boolean isAddress = !written.startsWith("[") || Hosts.literal(written) != null;
    if (!HOST.matcher(written).matches() || !isAddress) {
      throw new IllegalArgumentException(
          "expected the name or the address of a proxy, such as proxy.example, found something"
              + " else");
    }
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "expected the port of a proxy from 1 to 65535, found " + port);
    }
    String name = written.startsWith("[") ? written.substring(1, written.length() - 1) : written;
    return new HttpProxy(name, port, null, NonProxyHosts.NONE);
  }

  /**
   * Reads {@code http://HOST:PORT} or {@code http://USER:PASSWORD@HOST:PORT}. The port is always
   * given, because there is no usual one. Special characters of user and password are
   * percent-encoded.
   *
   * @throws IllegalArgumentException if it is something else; the message says what, and repeats
   *     neither user nor password
   */
  public static HttpProxy parse(String url) {
    return ProxyUrl.parse(url.strip());
  }

  /**
   * The same with credentials, in place of those before.
   *
   * @param user not empty, and without a colon
   * @param password may be empty
   * @throws IllegalArgumentException if the user is empty or has a colon, or one of them has a
   *     control character; the message repeats neither
   */
  public HttpProxy withCredentials(String user, String password) {
    boolean isUser = !user.isEmpty() && user.indexOf(':') < 0;
    if (!isUser || (user + password).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "expected a user of the proxy without a colon, and neither in the user nor in the"
              + " password a control character, found another");
    }
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String basic = "Basic " + Base64.getEncoder().encodeToString(both);
    return new HttpProxy(host, port, basic, nonProxyHosts);
  }

  /**
   * The same with hosts that are reached without the proxy, in place of those before; loopback is,
   * in any case. A host is
   *
   * <ul>
   *   <li>a name, which stands for exactly that host;
   *   <li>{@code .corp.example} or {@code *.corp.example}, for each host below that name, not for
   *       the name itself;
   *   <li>an address, or a range of addresses such as {@code 10.0.0.0/8}: for hosts that are
   *       written as an address, because names are not resolved to decide this;
   *   <li>{@code *} for every host.
   * </ul>
   *
   * <p>Each can end in {@code :PORT} and then stands for that port alone. An IPv6 address has
   * brackets if a port follows. Upper case and a dot at the end of a name count for nothing.
   *
   * @param hosts each one host, or several with commas or blanks between them
   * @throws IllegalArgumentException if one of them is something else; the message does not repeat
   *     it
   */
  public HttpProxy withNonProxyHosts(String... hosts) {
    return new HttpProxy(host, port, authorization, NonProxyHosts.of(List.of(hosts)));
  }

  /** Its name or address, that of IPv6 without brackets. */
  public String host() {
    return host;
  }

  /** Its port, from 1 to 65535. */
  public int port() {
    return port;
  }

  /**
   * Whether a host is reached through it, which loopback never is.
   *
   * @param target a name or an address, that of IPv6 without brackets
   * @param targetPort of the server behind the proxy
   */
  public boolean isUsedFor(String target, int targetPort) {
    return !Hosts.isThisMachine(target) && !nonProxyHosts.contain(target, targetPort);
  }

  /** The value of {@code Proxy-Authorization}, which is a secret; null without credentials. */
  public @Nullable String authorization() {
    return authorization;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpProxy that
        && host.equalsIgnoreCase(that.host)
        && port == that.port
        && Objects.equals(authorization, that.authorization)
        && nonProxyHosts.equals(that.nonProxyHosts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Hosts.normalized(host), port);
  }

  /** Host and port, as in {@code proxy.example:3128}; the credentials stay out. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
