package io.github.reelay.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How the network is reached, for queries and for downloads. The system properties {@code
 * http.proxyHost}, {@code socksProxyHost} and the like, and the environment variables {@code
 * HTTP_PROXY}, {@code NO_PROXY} and the like, are not read.
 *
 * @param proxy the HTTP proxy; null for none, which is the default
 * @param sslContext whom TLS trusts, and the certificate of the client; null for the JDK's default
 *     context, which is the default. The name of the host is compared with its certificate; an
 *     {@link javax.net.ssl.X509ExtendedTrustManager} of your own has to do that itself
 * @param dnsResolver resolves the names that are connected to, which is that of the proxy where one
 *     is used; {@link InetAddress#getAllByName} by default
 */
public record NetworkSettings(
    @Nullable HttpProxy proxy, @Nullable SSLContext sslContext, DnsResolver dnsResolver) {
  /** The environment variable with the URL of the proxy. */
  public static final String PROXY = "REELAY_PROXY";

  /** The environment variable with the hosts that are reached without the proxy. */
  public static final String NO_PROXY = "REELAY_NO_PROXY";

  private static final NetworkSettings DEFAULTS =
      new NetworkSettings(null, null, new SystemResolver());

  /** No lambda, because each costs start-up time. */
  private static final class SystemResolver implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return InetAddress.getAllByName(host);
    }

    @Override
    public String toString() {
      return "system";
    }
  }

  /** Proxy and context may be null; the resolver may not. */
  public NetworkSettings {
    Objects.requireNonNull(dnsResolver, "dnsResolver");
  }

  /** The defaults named above. */
  public static NetworkSettings defaults() {
    return DEFAULTS;
  }

  /**
   * The proxy of an environment: {@code REELAY_PROXY} as {@link HttpProxy#parse} reads it, and
   * {@code REELAY_NO_PROXY} as {@link HttpProxy#withNonProxyHosts} does. A variable that is blank
   * counts as absent, and the second has no effect without the first.
   *
   * @return {@link #defaults} if there is no proxy
   * @throws IllegalArgumentException if a value is malformed; the message does not repeat it
   */
  public static NetworkSettings ofEnvironment(Map<String, String> environment) {
    String url = environment.getOrDefault(PROXY, "");
    if (url.isBlank()) {
      return DEFAULTS;
    }
    HttpProxy proxy;
    try {
      proxy = HttpProxy.parse(url);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(PROXY + ": " + malformed.getMessage(), malformed);
    }
    try {
      return DEFAULTS.withProxy(proxy.withNonProxyHosts(environment.getOrDefault(NO_PROXY, "")));
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(NO_PROXY + ": " + malformed.getMessage(), malformed);
    }
  }

  /** The same with another proxy; null for none. */
  public NetworkSettings withProxy(@Nullable HttpProxy value) {
    return new NetworkSettings(value, sslContext, dnsResolver);
  }

  /** The same with another context for TLS; null for the JDK's. */
  public NetworkSettings withSslContext(@Nullable SSLContext value) {
    return new NetworkSettings(proxy, value, dnsResolver);
  }

  /** A copy with another resolver, which may be called by many threads. */
  public NetworkSettings withDnsResolver(DnsResolver value) {
    return new NetworkSettings(proxy, sslContext, value);
  }

  /**
   * The proxy through which a host is reached; null for none.
   *
   * @param host a name or an address, that of IPv6 without brackets
   * @param port the one that is connected to
   */
  public @Nullable HttpProxy proxyFor(String host, int port) {
    return proxy == null || !proxy.isUsedFor(host, port) ? null : proxy;
  }
}
