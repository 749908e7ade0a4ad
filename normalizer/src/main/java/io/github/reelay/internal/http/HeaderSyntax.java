package io.github.reelay.internal.http;

/**
 * Which names and values a header may have: none that could end its line or be changed on the way.
 */
public final class HeaderSyntax {

  private static final String OTHER_THAN_LETTERS = "!#$%&'*+-.^_`|~";

  private HeaderSyntax() {}

  /** Whether it is a name of a header (RFC 9110, section 5.6.2). */
  public static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && OTHER_THAN_LETTERS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether it is made of printable ASCII, blanks and tabs. */
  public static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~') && c != '\t') {
        return false;
      }
    }
    return true;
  }
}
