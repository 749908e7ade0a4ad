package io.github.reelay.document;

import io.github.reelay.internal.pointer.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document.
 *
 * @param document what messages call the document
 * @param pointer JSON Pointer to it
 * @param value what stands there; null if nothing does
 */
record Node(String document, String pointer, @Nullable Object value) {

  boolean exists() {
    return value != null;
  }

  /** The member of that name; a missing one is an empty node, so that a message has its pointer. */
  Node at(String name) {
    Object member = value instanceof Map<?, ?> members ? named(members, name) : null;
    return member(name, member);
  }

  /** The member of that name, also where YAML takes the name for a number, as in {@code 200:}. */
  private static @Nullable Object named(Map<?, ?> members, String name) {
    Object member = members.get(name);
    return member != null ? member : DocumentYaml.named(members).get(name);
  }

  /** The members here; none if this is no object. */
  List<Node> members() {
    List<Node> members = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      DocumentYaml.named(map).forEach((name, member) -> members.add(member(name, member)));
    }
    return members;
  }

  private Node member(String name, @Nullable Object member) {
    return new Node(document, JsonPointers.below(pointer, name), member);
  }

  /** The elements here; none if this is no array. */
  List<Node> elements() {
    List<Node> elements = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        elements.add(new Node(document, pointer + "/" + i, list.get(i)));
      }
    }
    return elements;
  }

  /** The name under which its parent holds it. */
  String name() {
    return JsonPointers.lastToken(pointer);
  }

  /** The text here; empty if there is none. */
  String text() {
    return value instanceof String text ? text : "";
  }

  /** The text here; a blank one and any other value are refused with what was expected. */
  String requiredText(String expected) {
    if (text().isBlank()) {
      throw wrong(expected);
    }
    return text();
  }

  /** The texts here: an array of at least one, or a single text. */
  List<String> textOrTexts(String expected) {
    return value instanceof String ? List.of(requiredText(expected)) : texts(expected);
  }

  /** Each text of the array here; an empty array and any other value are refused. */
  List<String> texts(String expected) {
    List<String> texts = new ArrayList<>();
    for (Node each : elements()) {
      texts.add(each.requiredText(expected));
    }
    if (texts.isEmpty()) {
      throw wrong(expected);
    }
    return texts;
  }

  /** The members here, by name; anything but an object is refused. */
  Map<String, @Nullable Object> object() {
    if (value instanceof Map<?, ?> members) {
      return DocumentYaml.named(members);
    }
    throw wrong("an object");
  }

  /** What to throw; its message quotes a scalar, and names the type of anything else. */
  DocumentException wrong(String expected) {
    return wrong(expected, shown(value));
  }

  DocumentException wrong(String expected, String found) {
    return new DocumentException(document, pointer, expected, found);
  }

  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "none";
    }
    if (value instanceof Map) {
      return "an object";
    }
    return value instanceof List ? "an array" : "'" + value + "'";
  }
}
