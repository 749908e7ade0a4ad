package io.github.reelay.cli.dialect;

import io.github.reelay.cli.terminal.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a query says of a provider.
 *
 * @param baseUrl scheme, host and port
 * @param path the rest, with {@code {id}} in place of the id
 * @param known whether a URL was given; else both are examples
 */
record QueryUrl(String baseUrl, String path, boolean known) {
  private static final String ID = "{id}";

  /** Examples that a person has to replace in the document, because no URL was given. */
  static final QueryUrl UNKNOWN =
      new QueryUrl("https://provider.example", "/v1/videos/" + ID, false);

  /**
   * Reads the URL that a task was queried with.
   *
   * @param url with {@code {id}} or a task's id; null for none
   * @param ids the ids that the responses have
   * @throws UsageException if it is no http or https URL, or has none of the ids
   */
  static QueryUrl of(@Nullable String url, Iterable<String> ids) {
    if (url == null) {
      return UNKNOWN;
    }
    String template = url;
    for (String id : ids) {
      template = template.contains(ID) ? template : template.replace(id, ID);
    }
    int at = template.indexOf(ID);
    try {
      URI parsed = new URI(template.replace(ID, "id"));
      String scheme = String.valueOf(parsed.getScheme());
      if (scheme.matches("(?i)https?") && parsed.getHost() != null && at >= 0) {
        int path = template.indexOf('/', scheme.length() + 3);
        if (path >= 0 && path < at && parsed.getRawUserInfo() == null) {
          return new QueryUrl(template.substring(0, path), template.substring(path), true);
        }
      }
    } catch (URISyntaxException malformed) {
      throw unfit(); // as for one that cannot be a query
    }
    throw unfit();
  }

  /** The URL is not repeated: it may hold a key. */
  private static UsageException unfit() {
    return new UsageException(
        "expected the URL of a query at --url, such as https://provider.example/v1/videos/{id},"
            + " with {id} or the id of a saved task, found another");
  }
}
