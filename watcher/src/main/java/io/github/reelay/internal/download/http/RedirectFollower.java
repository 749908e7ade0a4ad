package io.github.reelay.internal.download.http;

import io.github.reelay.internal.download.DownloadAbortedException;
import io.github.reelay.internal.http.Cancellation;
import io.github.reelay.internal.http.Connector;
import io.github.reelay.internal.http.ForbiddenAddressException;
import io.github.reelay.internal.http.HttpConnection;
import io.github.reelay.internal.http.LookUp;
import io.github.reelay.internal.http.ProxyException;
import io.github.reelay.network.DnsResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Requests a URL and follows its redirects; each target is checked like the first. A request has no
 * headers but those written here and those that the caller set for downloads, and no cookie. The
 * caller's headers, except the user agent, and the provider's key are sent to the origin of the
 * first URL only: after a redirect to another origin they are not sent again, also if a later
 * redirect leads back.
 */
public final class RedirectFollower {
  static final int MOST = 5;
  private static final String AUTHORIZATION = "Authorization";

  private final Connector connector;
  private final RequestHeaders headers;
  private final @Nullable ProviderKey key;
  private final Cancellation cancellation;
  private final int millis;
  private String where = "";

  /**
   * For one attempt.
   *
   * @param provider whose task it is
   */
  public RedirectFollower(HttpSettings settings, String provider, Cancellation cancellation) {
    this.connector = settings.connector();
    this.headers = settings.headers();
    this.millis = settings.stallMillis();
    this.cancellation = cancellation;
    boolean withKey = settings.providerKey() && !headers.others().containsKey(AUTHORIZATION);
    this.key = withKey ? new ProviderKey(settings.providers(), provider, cancellation) : null;
  }

  /** The host of the last request, for a sentence; empty if there was no request. */
  public String where() {
    return where;
  }

  /**
   * The first response that is no redirect. Cancelling closes its connection.
   *
   * @param condition headers that request a part of the file; may be empty
   */
  public ResponseHead open(URI url, Map<String, String> condition)
      throws DownloadAbortedException, IOException {
    RequestTarget target = RequestTarget.of(url);
    Map<String, String> own = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    own.putAll(headers.others());
    boolean home = true;
    while (true) {
      ResponseHead response = exchange(target, own, condition);
      String given = home ? authorization(response, own) : null;
      if (given != null) {
        own.put(AUTHORIZATION, given);
        response = exchange(target, own, condition);
      }
      if (!response.isRedirect()) {
        return response;
      }
      if (target.redirect() == MOST) {
        throw HttpErrors.tooManyRedirects(target.host());
      }
      RequestTarget next = target.redirected(response.header("Location"));
      if (!next.hasOriginOf(target)) {
        home = false;
        own.clear();
      }
      target = next;
    }
  }

  /** The provider's key, if a response of its own origin requires credentials; else null. */
  private @Nullable String authorization(ResponseHead response, Map<String, String> sent)
      throws IOException {
    boolean wanted = response.status() == 401 || response.status() == 403;
    return key == null || !wanted || sent.containsKey(AUTHORIZATION)
        ? null
        : key.authorization(response.target());
  }

  private ResponseHead exchange(
      RequestTarget target, Map<String, String> own, Map<String, String> condition)
      throws DownloadAbortedException, IOException {
    where = target.where();
    try {
      HttpConnection connection =
          connector.resolvedBy(this::lookedUp).connect(target.route(), cancellation, millis);
      return new ResponseHead(connection.exchange(request(target, own, condition)), target);
    } catch (ForbiddenAddressException forbidden) {
      throw HttpErrors.forbiddenAddress(where);
    } catch (ProxyException refused) {
      if (refused.isLasting()) {
        throw HttpErrors.proxy(where, refused);
      }
      throw refused;
    }
  }

  /** On another thread, so that a name service that hangs ends with the attempt. */
  private InetAddress[] lookedUp(String host) throws UnknownHostException {
    DnsResolver dns = connector.network().dnsResolver();
    return new LookUp().resolveOnWorker(host, dns, cancellation, LookUpThreads.ALL);
  }

  private String request(
      RequestTarget target, Map<String, String> own, Map<String, String> condition) {
    String accept =
        own.keySet().stream().filter("Accept"::equalsIgnoreCase).findFirst().orElse("Accept");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", target.hostHeader());
    all.put("User-Agent", headers.userAgent());
    all.put(accept, own.getOrDefault(accept, "*/*"));
    all.put("Accept-Encoding", "identity");
    all.put("Connection", "close");
    own.forEach(all::putIfAbsent);
    all.putAll(condition);
    StringBuilder text = new StringBuilder("GET ").append(target.line()).append(" HTTP/1.1\r\n");
    all.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
    return text.append("\r\n").toString();
  }
}
