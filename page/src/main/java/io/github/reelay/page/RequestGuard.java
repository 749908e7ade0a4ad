package io.github.reelay.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.reelay.internal.host.Hosts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may see the page. The {@code Host} must be one of ours, so that a page of another
 * site cannot read this one under a name of its own that leads here (DNS rebinding). Requests that
 * a browser makes for another site are refused. With a token, each request needs it or the cookie.
 */
final class RequestGuard {
  /** What follows for a request. */
  enum Verdict {
    /** It may be served. */
    SERVE,
    /**
     * The token is right: the browser gets the cookie, and requests the page again without the
     * token.
     */
    SIGN_IN,
    /** There is no token, or a wrong one. */
    NO_TOKEN,
    /** The host is not ours. */
    FOREIGN_HOST,
    /** Another site's page makes the request. */
    FOREIGN_PAGE
  }

  private static final String TOKEN = "token=";
  private static final String BEARER = "bearer ";

  private final @Nullable PageToken token;
  private final Set<String> names = new TreeSet<>(Set.of("localhost"));
  private final boolean loopback;
  private final String cookieName;

  /**
   * The names are compared without their case, and {@code localhost} is always one of them.
   *
   * @param token null if none is needed
   * @param address where the page is served
   * @param hostNames further names of it
   */
  RequestGuard(@Nullable PageToken token, InetSocketAddress address, List<String> hostNames) {
    this.token = token;
    this.loopback = address.getAddress().isLoopbackAddress();
    this.cookieName = "reelay-page-" + address.getPort();
    hostNames.forEach(name -> names.add(Hosts.normalized(name)));
  }

  Verdict judge(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    URI target = exchange.getRequestURI();
    String authority = target.getRawAuthority(); // of an absolute URL, as proxies are sent
    if (!isOurs(headers.get("Host")) || authority != null && !isOurs(List.of(authority))) {
      return Verdict.FOREIGN_HOST;
    }
    boolean page = "/".equals(target.getPath());
    if (!page && isForAnotherSite(headers)) {
      return Verdict.FOREIGN_PAGE;
    }
    if (token == null) {
      return Verdict.SERVE;
    }
    String query = target.getRawQuery();
    if (page && query != null && query.startsWith(TOKEN)) {
      String given = query.substring(TOKEN.length());
      boolean matches = token.matches(given) || token.matches(decoded(given));
      return matches ? Verdict.SIGN_IN : Verdict.NO_TOKEN;
    }
    return hasToken(headers, token) || hasCookie(headers, token) ? Verdict.SERVE : Verdict.NO_TOKEN;
  }

  private boolean isOurs(@Nullable List<String> hosts) {
    if (hosts == null || hosts.size() != 1) {
      return false;
    }
    String host = Hosts.normalized(withoutPort(hosts.get(0).strip().toLowerCase(Locale.ROOT)));
    InetAddress address = host.isEmpty() ? null : Hosts.literal(host);
    if (address == null) {
      return names.contains(host);
    }
    // No other site can have an address as its name, so that only those of loopback are limited.
    return !loopback || address.isLoopbackAddress();
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean six = host.endsWith("]") || colon < 0;
    return six || !host.substring(colon + 1).chars().allMatch(Character::isDigit)
        ? host
        : host.substring(0, colon);
  }

  /** Browsers say since 2020 (Safari 2023) for whom they make a request. */
  private static boolean isForAnotherSite(Headers headers) {
    String site = headers.getFirst("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private static boolean hasToken(Headers headers, PageToken token) {
    String given = headers.getFirst("Authorization");
    return given != null
        && given.toLowerCase(Locale.ROOT).startsWith(BEARER)
        && token.matches(given.substring(BEARER.length()).strip());
  }

  private boolean hasCookie(Headers headers, PageToken token) {
    for (String header : headers.getOrDefault("Cookie", List.of())) {
      for (String cookie : header.split(";")) {
        String[] parts = cookie.strip().split("=", 2);
        if (parts.length == 2 && parts[0].equals(cookieName) && token.matchesCookie(parts[1])) {
          return true;
        }
      }
    }
    return false;
  }

  /** The header that gives a browser the cookie. */
  String cookie() {
    return cookieName
        + "="
        + (token == null ? "" : token.cookie())
        + "; Path=/; HttpOnly; SameSite=Strict";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
