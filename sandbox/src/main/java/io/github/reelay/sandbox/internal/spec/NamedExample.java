package io.github.reelay.sandbox.internal.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One named example of one response.
 *
 * @param status the HTTP status that it is documented under
 * @param name its name, or the status if a documented response has no example
 * @param mediaType what its body is; empty without a body
 * @param headers the response's documented headers and their examples
 * @param value the body as a tree of maps, lists and scalars
 */
public record NamedExample(
    int status,
    String name,
    String mediaType,
    Map<String, String> headers,
    @Nullable Object value) {

  /** Whether its body has one of these texts, as a value at any depth. */
  boolean has(Set<String> texts) {
    return has(value, texts);
  }

  private static boolean has(@Nullable Object value, Set<String> texts) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(member -> has(member, texts));
    }
    return value instanceof List<?> list
        ? list.stream().anyMatch(element -> has(element, texts))
        : value instanceof String text && texts.contains(text);
  }
}
