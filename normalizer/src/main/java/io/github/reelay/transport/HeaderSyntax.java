package io.github.reelay.transport;

/** What may stand in a request header: nothing that could end its line or be lost on the way. */
final class HeaderSyntax {

  private static final String OTHER_THAN_LETTERS = "!#$%&'*+-.^_`|~";

  private HeaderSyntax() {}

  /** Whether a header may be called that (RFC 9110, section 5.6.2). */
  static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || OTHER_THAN_LETTERS.indexOf(c) >= 0);
  }

  /** Whether it is made of printable ASCII, blanks and tabs. */
  static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\t');
  }
}
