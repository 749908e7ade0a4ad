package io.github.reelay.contract;

/**
 * Text from outside, made fit for a log line, an exception's message, a {@code toString} or a
 * terminal: it cannot begin a line of its own, steer a terminal or turn the text after it around.
 *
 * <p>What is escaped: control characters, line ends included (Unicode category Cc); line and
 * paragraph separators (Zl, Zp); format characters (Cf), such as the marks, overrides and isolates
 * of bidirectional text, but for the two joiners U+200C and U+200D, which words and emoji need; and
 * halves of surrogate pairs (Cs).
 */
public final class PrintableText {
  private static final String JOINERS = "\u200c\u200d";

  private PrintableText() {}

  /**
   * The text with each such character escaped as Java and JSON write it, such as {@code \}{@code
   * u202e}, so that an escaped JSON text without line ends stays the same JSON. A text that has
   * none is returned as it is; a backslash is not escaped.
   */
  public static String of(String text) {
    if (isPrintable(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    int next;
    for (int i = 0; i < text.length(); i += next) {
      int c = text.codePointAt(i);
      next = Character.charCount(c);
      if (isPrintable(c)) {
        escaped.appendCodePoint(c);
      } else {
        for (char unit : Character.toChars(c)) {
          escaped.append(String.format("\\u%04x", (int) unit));
        }
      }
    }
    return escaped.toString();
  }

  /** Whether the text has no character that {@link #of} escapes. */
  public static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return text.codePoints().allMatch(PrintableText::isPrintable);
      }
    }
    return true;
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> JOINERS.indexOf(c) >= 0;
      default -> true;
    };
  }
}
