package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.internal.pointer.JsonPointers;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One element of a document.
 *
 * @param pointer JSON Pointer to it
 * @param node what stands there; missing if nothing does
 */
record SpecElement(String pointer, JsonNode node) {

  /** The member of that name, whether it exists or not. */
  SpecElement at(String name) {
    return new SpecElement(JsonPointers.below(pointer, name), node.path(name));
  }

  /** The members of the object here, or nothing. */
  Stream<SpecElement> members() {
    return node.properties().stream().map(Map.Entry::getKey).map(this::at);
  }

  /** The elements of the array here, or nothing. */
  Stream<SpecElement> elements() {
    return IntStream.range(0, node.isArray() ? node.size() : 0)
        .mapToObj(i -> new SpecElement(pointer + "/" + i, node.get(i)));
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) {
    return node.path(name).asText();
  }

  /** A member as a message shows what was found. */
  String found(String name) {
    JsonNode member = node.path(name);
    return member.isMissingNode() ? "none" : member.isTextual() ? text(name) : member.toString();
  }

  boolean exists() {
    return !node.isMissingNode();
  }

  /** The name under which its parent holds it. */
  String name() {
    return JsonPointers.lastToken(pointer);
  }

  /** One complaint about this place. */
  String complain(String expected, String found) {
    return pointer + ": expected " + expected + ", found " + found;
  }
}
