package io.github.reelay.provider;

import io.github.reelay.contract.PrintableText;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The path of a query below the base URL, with {@code {id}} for the task's id, in path or query.
 * Providers move it (CE5, XE10).
 *
 * @param text such as {@code /v1/videos/{id}} or {@code /v1/video/query?id={id}}
 */
record PathTemplate(String text) {
  private static final String ID = "{id}";

  /**
   * Checks the template.
   *
   * @throws IllegalArgumentException if it does not begin with one slash, does not hold {@code
   *     {id}} exactly once, or is, with an id in its place, no path and query of a URL
   */
  PathTemplate {
    int id = text.indexOf(ID);
    if (id < 1 || text.startsWith("//") || !isPlain(text.replaceFirst("\\{id}", "id"))) {
      throw new IllegalArgumentException(
          "expected a path such as /v1/videos/{id} or /v1/video/query?id={id}, found '"
              + PrintableText.of(text)
              + "'");
    }
  }

  private static boolean isPlain(String rest) {
    try {
      URI uri = new URI(rest);
      return isAscii(rest) && rest.startsWith("/") && uri.getRawFragment() == null;
    } catch (URISyntaxException malformed) {
      return false; // the caller says what was expected
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 127) {
        return false;
      }
    }
    return true;
  }

  /**
   * The template with the name that a generated client has for the id. A comma in the query is
   * encoded: Feign would make two parameters of it.
   */
  String withParameter(String name) {
    int query = text.indexOf('?');
    String plain =
        query < 0 ? text : text.substring(0, query) + text.substring(query).replace(",", "%2C");
    return plain.replace(ID, "{" + name + "}");
  }
}
