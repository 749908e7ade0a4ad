package io.github.reelay.internal.address;

/**
 * Sees in one pass, and without making anything, whether a text is a URL or the end of one as
 * nearly all are. False for what is rare, although it may be legal: user information, an IPv6
 * address.
 */
public final class FastUrlCheck {
  private static final int HIGHEST_PORT = 65_535;

  // What a character may be part of.
  private static final int HOST = 1;
  private static final int MARK = 2;
  private static final int PATH = 4;
  private static final int HEX = 8;
  private static final int DIGIT = 16;
  private static final byte[] CLASSES = classes();

  private FastUrlCheck() {}

  private static byte[] classes() {
    byte[] classes = new byte[128];
    mark(classes, "0123456789", DIGIT);
    mark(classes, "0123456789ABCDEFabcdef", HEX);
    String alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    mark(classes, alphanumeric, HOST | PATH);
    mark(classes, "-._", HOST | MARK);
    mark(classes, "-._~!$&'()*+,;=:@/?", PATH);
    return classes;
  }

  private static void mark(byte[] classes, String characters, int parts) {
    for (char c : characters.toCharArray()) {
      classes[c] |= (byte) parts;
    }
  }

  /** Where the characters of that kind end, looked for from the start to the end. */
  private static int end(int parts, String text, int start, int end) {
    int at = start;
    while (at < end && is(parts, text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean is(int parts, char c) {
    return c < CLASSES.length && (CLASSES[c] & parts) != 0;
  }

  private static boolean isEscape(String text, int at) {
    int digits = Math.min(at + 3, text.length());
    return text.charAt(at) == '%' && end(HEX, text, at + 1, digits) == at + 3;
  }

  /** Whether a text is an absolute http or https URL with a host name or an IPv4 address. */
  public static boolean matches(String text) {
    int host = schemeEnd(text);
    int hostEnd = end(HOST, text, host, text.length());
    if (host == 0 || hasNoName(text, host, hostEnd)) {
      return false;
    }
    boolean hasPort = hostEnd < text.length() && text.charAt(hostEnd) == ':';
    int path = hasPort ? portEnd(text, hostEnd + 1) : hostEnd;
    return path > 0 && isLegal(text, path);
  }

  /** Whether a text is a path that begins with a slash, and perhaps a query, without a fragment. */
  public static boolean isTarget(String text) {
    return text.startsWith("/") && text.indexOf('#') < 0 && isLegal(text, 0);
  }

  /** Whether the host is empty or of marks alone; nearly all begin with another character. */
  private static boolean hasNoName(String text, int host, int hostEnd) {
    return host == hostEnd
        || (is(MARK, text.charAt(host)) && end(MARK, text, host, hostEnd) == hostEnd);
  }

  /** Where the authority begins; 0 if the text is no http or https URL. */
  private static int schemeEnd(String text) {
    return text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
  }

  /** Where the digits of a port end; 0 unless it is one to five of them and possible. */
  private static int portEnd(String text, int start) {
    int end = end(DIGIT, text, start, Math.min(start + 5, text.length()));
    int number = end == start ? 0 : Integer.parseInt(text, start, end, 10);
    return number >= 1 && number <= HIGHEST_PORT ? end : 0;
  }

  /** Whether path, query and fragment stand there, each with its own characters. */
  private static boolean isLegal(String text, int path) {
    if (path < text.length() && "/?#".indexOf(text.charAt(path)) < 0) {
      return false;
    }
    int length = text.length();
    boolean fragment = false;
    int at = end(PATH, text, path, length);
    while (at < length) {
      boolean begins = text.charAt(at) == '#' && !fragment;
      if (!begins && !isEscape(text, at)) {
        return false;
      }
      fragment |= begins;
      at = end(PATH, text, at + 1, length);
    }
    return true;
  }
}
