package io.github.reelay.task;

/** Sees in one pass whether a text is a URL as nearly all are; see {@link WebUrl#ofUsual}. */
final class UsualUrl {
  private static final int HIGHEST_PORT = 65_535;

  // What a character may be part of.
  private static final int ALPHANUMERIC = 1;
  private static final int HOST = 2;
  private static final int PATH = 4;
  private static final int HEX = 8;
  private static final int DIGIT = 16;
  private static final byte[] CLASSES = classes();

  private UsualUrl() {}

  private static byte[] classes() {
    byte[] classes = new byte[128];
    mark(classes, "0123456789", DIGIT);
    mark(classes, "0123456789ABCDEFabcdef", HEX);
    String alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    mark(classes, alphanumeric, ALPHANUMERIC | HOST | PATH);
    mark(classes, "-._", HOST);
    mark(classes, "-._~!$&'()*+,;=:@/?", PATH);
    return classes;
  }

  private static void mark(byte[] classes, String characters, int parts) {
    for (char c : characters.toCharArray()) {
      classes[c] |= (byte) parts;
    }
  }

  private static boolean is(int parts, String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c < CLASSES.length && (CLASSES[c] & parts) != 0;
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%' && is(HEX, text, at + 1) && is(HEX, text, at + 2);
  }

  static boolean matches(String text) {
    int host = schemeEnd(text);
    int at = host;
    boolean named = false;
    while (is(HOST, text, at)) {
      named |= is(ALPHANUMERIC, text, at);
      at++;
    }
    if (host == 0 || !named) {
      return false;
    }
    int path = at < text.length() && text.charAt(at) == ':' ? portEnd(text, at + 1) : at;
    return path > 0 && isLegal(text, path);
  }

  /** Where the authority begins; 0 if the text is no http or https URL. */
  private static int schemeEnd(String text) {
    return text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
  }

  /** Where the digits of a port end; 0 unless it is one to five of them and possible. */
  private static int portEnd(String text, int start) {
    int number = 0;
    int at = start;
    while (at < text.length() && at < start + 5 && is(DIGIT, text, at)) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
    }
    return number >= 1 && number <= HIGHEST_PORT ? at : 0;
  }

  /** Whether path, query and fragment stand there, each with its own characters. */
  private static boolean isLegal(String text, int path) {
    if (path < text.length() && "/?#".indexOf(text.charAt(path)) < 0) {
      return false;
    }
    boolean fragment = false;
    for (int at = path; at < text.length(); at++) {
      if (!is(PATH, text, at)) {
        boolean begins = text.charAt(at) == '#' && !fragment;
        if (!begins && !isEscape(text, at)) {
          return false;
        }
        fragment |= begins;
      }
    }
    return true;
  }
}
