package io.github.reelay.provider;

/**
 * The path of a query below the base URL, with {@code {id}} for the task's id, in path or query.
 * Relays move it (CE5, XE10).
 *
 * @param text such as {@code /v1/videos/{id}} or {@code /v1/video/query?id={id}}
 */
record PathTemplate(String text) {
  private static final String ID = "{id}";

  /**
   * Checks the template.
   *
   * @throws IllegalArgumentException if it does not begin with a slash, does not hold {@code {id}}
   *     exactly once, or holds another brace, a blank, a fragment or a control character
   */
  PathTemplate {
    int id = text.indexOf(ID);
    String rest = id < 0 ? text : text.substring(0, id) + text.substring(id + ID.length());
    boolean plain = rest.chars().allMatch(c -> c > ' ' && c < 127 && "{}#".indexOf(c) < 0);
    if (id < 0 || !text.startsWith("/") || !plain) {
      throw new IllegalArgumentException(
          "expected a path such as /v1/videos/{id} or /v1/video/query?id={id}, found '"
              + text
              + "'");
    }
  }

  /** The template with the name that a generated client has for the id. */
  String withParameter(String name) {
    return text.replace(ID, "{" + name + "}");
  }
}
