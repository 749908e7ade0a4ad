package io.github.reelay.internal.download.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolves a location against the URL that led to it (RFC 3986, 5.2). {@link URI#resolve} drops the
 * empty segments of a path, which may be part of a signed URL, and the last segment before a query.
 */
final class RelativeUrl {
  private RelativeUrl() {}

  /**
   * The URL that a location means.
   *
   * @param base absolute, with an authority
   * @throws URISyntaxException if the location is empty or no reference
   */
  static URI resolve(URI base, String location) throws URISyntaxException {
    if (location.isEmpty()) {
      throw new URISyntaxException("", "expected a location, found none");
    }
    String origin = base.getScheme() + "://" + base.getRawAuthority();
    if (location.startsWith("?")) {
      return new URI(origin + base.getRawPath() + location);
    }
    URI reference = new URI(location);
    String path = reference.getRawPath();
    boolean relative =
        !reference.isAbsolute()
            && reference.getRawAuthority() == null
            && !path.isEmpty()
            && !path.startsWith("/");
    return relative
        ? new URI(origin + merged(base.getRawPath(), path) + location.substring(path.length()))
        : base.resolve(reference);
  }

  /** The path in the folder of another, without the segments {@code .} and {@code ..}. */
  private static String merged(String base, String path) {
    String whole = base.substring(0, base.lastIndexOf('/') + 1) + path;
    String[] segments = (whole.startsWith("/") ? whole.substring(1) : whole).split("/", -1);
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < segments.length; i++) {
      boolean up = segments[i].equals("..");
      boolean dots = up || segments[i].equals(".");
      if (up && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      }
      if (!dots) {
        kept.add(segments[i]);
      } else if (i == segments.length - 1) {
        kept.add(""); // it means a folder, which ends with a slash
      }
    }
    return "/" + String.join("/", kept);
  }
}
