package io.github.reelay.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises an HTML page by how its body begins. */
final class HtmlPage {
  private static final int LOOKED_AT = 1024;

  /** What may stand before the page itself: a byte order mark, blanks, a declaration, comments. */
  private static final Pattern BEFORE =
      Pattern.compile("^(?:\u00EF\u00BB\u00BF|\\s|<\\?[^>]*>|<!--(?s:.*?)-->)*+");

  private static final Pattern MARKUP =
      Pattern.compile(
          "<(?:!doctype\\s+html|(?:html|head|body|title|meta|script|center|h1)[\\s/>])");

  private HtmlPage() {}

  /** Whether the body begins as an HTML or XHTML page does. */
  static boolean begins(byte[] body) {
    return MARKUP.matcher(start(body)).lookingAt();
  }

  /** Whether the body begins as a JSON object or array does. */
  static boolean beginsJson(byte[] body) {
    String start = start(body);
    return start.startsWith("{") || start.startsWith("[");
  }

  private static String start(byte[] body) {
    int length = Math.min(body.length, LOOKED_AT);
    String text = new String(body, 0, length, StandardCharsets.ISO_8859_1);
    return BEFORE.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
