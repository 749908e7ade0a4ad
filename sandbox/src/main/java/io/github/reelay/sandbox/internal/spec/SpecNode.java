package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.internal.pointer.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One place in an OpenAPI document; references are followed on the way to it.
 *
 * @param value what stands there; null for nothing
 * @param root the document
 */
record SpecNode(@Nullable Object value, Map<?, ?> root) {
  private static final int MAX_HOPS = 32;

  static SpecNode root(Map<?, ?> document) {
    return new SpecNode(document, document);
  }

  /** The member of that name, with a numeric key read as text; a node without value if absent. */
  SpecNode at(String name) {
    return members()
        .filter(member -> member.getKey().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(new SpecNode(null, root));
  }

  /** The members of an object, in the order of the document; none of anything else. */
  Stream<Map.Entry<String, SpecNode>> members() {
    if (!(value instanceof Map<?, ?> map)) {
      return Stream.empty();
    }
    return map.entrySet().stream()
        .map(member -> Map.entry(String.valueOf(member.getKey()), follow(member.getValue())));
  }

  /** The elements of an array; none of anything else. */
  Stream<SpecNode> elements() {
    return value instanceof List<?> list ? list.stream().map(this::follow) : Stream.empty();
  }

  boolean exists() {
    return value != null;
  }

  String text() {
    return value == null ? "" : value.toString();
  }

  private SpecNode follow(@Nullable Object target) {
    Object found = target;
    for (int hop = 0; found instanceof Map<?, ?> map; hop++) {
      if (!(map.get("$ref") instanceof String reference)) {
        break;
      }
      if (hop == MAX_HOPS) {
        throw new IllegalArgumentException("expected an end of the references at " + reference);
      }
      found = lookUp(reference);
    }
    return new SpecNode(found, root);
  }

  private Object lookUp(String reference) {
    Object found = root;
    for (String name : JsonPointers.tokens(reference.replaceFirst("^#", ""))) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "expected a part of the same document at the reference " + reference + ", found nothing");
    }
    return found;
  }
}
