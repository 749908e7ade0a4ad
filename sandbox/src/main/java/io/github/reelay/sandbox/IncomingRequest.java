package io.github.reelay.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came in.
 *
 * @param method such as {@code GET}
 * @param target path and query, as written
 * @param headers names and values as received
 */
record IncomingRequest(String method, URI target, Map<String, List<String>> headers) {

  /** The first value of a header; null without one. */
  @Nullable String header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst()
        .orElse(null);
  }

  String path() {
    return target.getRawPath();
  }
}
