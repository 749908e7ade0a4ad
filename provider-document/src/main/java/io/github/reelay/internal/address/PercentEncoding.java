package io.github.reelay.internal.address;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Percent-encodes what RFC 3986 forbids, each part of a URL by its own grammar. */
public final class PercentEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String NAME =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=";
  private static final String USER = NAME + ":";
  private static final String PATH = NAME + ":@/";
  private static final String QUERY = PATH + "?";

  /**
   * IDNA 2003, which the JDK has, names a host with one of these otherwise than IDNA 2008 does, so
   * such a host is percent-encoded.
   */
  private static final String AMBIGUOUS = "ßẞς\u200c\u200d";

  private static final int LONGEST_NAME = 253;

  private PercentEncoding() {}

  /** The text with each forbidden byte encoded; RFC 3986, appendix B, says where a part ends. */
  public static String of(String text) {
    int scheme = schemeEnd(text);
    boolean host = text.startsWith("//", scheme);
    int path = host ? end(text, scheme + 2, "/?#") : scheme;
    int query = end(text, path, "?#");
    int fragment = end(text, query, "#");
    StringBuilder url = new StringBuilder(text.length() + 16).append(text, 0, scheme);
    if (host) {
      authority(url.append("//"), text.substring(scheme + 2, path));
    }
    path(url, text.substring(path, query), scheme == 0 && !host);
    append(url, text.substring(query, fragment), QUERY);
    if (fragment < text.length()) {
      append(url.append('#'), text.substring(fragment + 1), QUERY);
    }
    return text.contentEquals(url) ? text : url.toString();
  }

  /** Where the scheme and its colon end; 0 if there is no scheme. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        return i == 0 ? 0 : i + 1;
      }
      if (!letter && (i == 0 || "0123456789+-.".indexOf(c) < 0)) {
        return 0;
      }
    }
    return 0;
  }

  private static int end(String text, int from, String delimiters) {
    int end = from;
    while (end < text.length() && delimiters.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static void authority(StringBuilder url, String authority) {
    int at = authority.lastIndexOf('@');
    if (at >= 0) {
      append(url, authority.substring(0, at), USER);
      url.append('@');
    }
    String server = authority.substring(at + 1);
    int port = portStart(server);
    String host = server.substring(0, port);
    String name = Authority.isAddress(host) ? host : asciiName(host);
    if (name == null) {
      append(url, host, NAME);
    } else {
      url.append(name);
    }
    url.append(server, port, server.length());
  }

  /** Where the colon of a port stands; the end if there is none. */
  private static int portStart(String server) {
    int digits = server.length();
    while (digits > 0 && server.charAt(digits - 1) >= '0' && server.charAt(digits - 1) <= '9') {
      digits--;
    }
    return digits > 0 && server.charAt(digits - 1) == ':' ? digits - 1 : server.length();
  }

  /**
   * The name with its non-ASCII labels as the DNS has them; null if it is ASCII already, too long
   * or ambiguous, or if IDNA forbids it.
   */
  private static @Nullable String asciiName(String host) {
    if (isAscii(host)
        || host.length() > LONGEST_NAME
        || host.chars().anyMatch(c -> AMBIGUOUS.indexOf(c) >= 0)) {
      return null;
    }
    String[] labels = host.split("\\.", -1);
    try {
      for (int i = 0; i < labels.length; i++) {
        labels[i] =
            isAscii(labels[i]) ? labels[i] : IDN.toASCII(labels[i], IDN.USE_STD3_ASCII_RULES);
      }
    } catch (IllegalArgumentException noName) {
      return null; // such a host is percent-encoded, and so no host that can be looked up
    }
    String name = String.join(".", labels);
    return Authority.isName(name) ? name : null;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** A relative path has no colon before its first slash: it would be taken for a scheme. */
  private static void path(StringBuilder url, String path, boolean relative) {
    int first = relative ? end(path, 0, "/") : 0;
    append(url, path.substring(0, first), PATH.replace(":", ""));
    append(url, path.substring(first), PATH);
  }

  private static void append(StringBuilder url, String part, String allowed) {
    int next;
    for (int i = 0; i < part.length(); i += next) {
      int c = part.codePointAt(i);
      next = Character.charCount(c);
      if (allowed.indexOf(c) >= 0 || (c == '%' && isHex(part, i + 1) && isHex(part, i + 2))) {
        url.append((char) c);
      } else {
        // Half a surrogate pair has no UTF-8 form; U+FFFD is put in its place, as in browsers.
        boolean half = Character.getType(c) == Character.SURROGATE;
        String character = half ? "\ufffd" : Character.toString(c);
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
          HEX.toHexDigits(url.append('%'), b);
        }
      }
    }
  }

  private static boolean isHex(String text, int index) {
    return index < text.length() && HexFormat.isHexDigit(text.charAt(index));
  }
}
