package io.github.reelay.network;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the URL of a proxy. What is wrong is described and never repeated: it has a password. */
final class ProxyUrl {
  private static final Pattern WITH_SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
  private static final Pattern PARTS = Pattern.compile("([^/?#]*)([/?#].*)?", Pattern.DOTALL);
  private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:]*):(\\d{1,5})");
  private static final Pattern UNENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})|[\\x00-\\x20]");

  private ProxyUrl() {}

  static HttpProxy parse(String url) {
    if (url.isEmpty()) {
      throw malformed("nothing");
    }
    Matcher whole = WITH_SCHEME.matcher(url);
    if (!whole.matches()) {
      throw malformed("one without http:// at its start");
    }
    String scheme = whole.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http")) {
      throw malformed("the scheme " + scheme + "; write http://, other proxies are not supported");
    }
    Matcher parts = PARTS.matcher(whole.group(2));
    if (!parts.matches() || parts.group(2) != null && !parts.group(2).equals("/")) {
      throw malformed(
          "a path, a query or a fragment; percent-encode special characters of user and password");
    }
    String authority = parts.group(1);
    int at = authority.lastIndexOf('@');
    HttpProxy proxy = proxy(authority.substring(at + 1));
    return at < 0 ? proxy : withCredentials(proxy, authority.substring(0, at));
  }

  private static HttpProxy proxy(String hostAndPort) {
    Matcher parts = HOST_AND_PORT.matcher(hostAndPort);
    if (!parts.matches()) {
      throw malformed("one without a host and a port; write both");
    }
    try {
      return HttpProxy.of(parts.group(1), Integer.parseInt(parts.group(2)));
    } catch (IllegalArgumentException none) {
      throw malformed("a host or a port that does not exist");
    }
  }

  private static HttpProxy withCredentials(HttpProxy proxy, String both) {
    int colon = both.indexOf(':');
    try {
      return proxy.withCredentials(
          decoded(colon < 0 ? both : both.substring(0, colon)),
          decoded(colon < 0 ? "" : both.substring(colon + 1)));
    } catch (IllegalArgumentException unusable) {
      throw malformed(
          "a user or a password that cannot be sent; percent-encode special characters");
    }
  }

  private static String decoded(String text) {
    if (UNENCODED.matcher(text).find()) {
      throw new IllegalArgumentException("expected percent-encoded text, found another");
    }
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException malformed(String found) {
    return new IllegalArgumentException(
        "expected a proxy such as http://proxy.example:3128 or"
            + " http://user:password@proxy.example:3128, found "
            + found);
  }
}
