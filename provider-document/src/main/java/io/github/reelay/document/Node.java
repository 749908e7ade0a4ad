package io.github.reelay.document;

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

  /** The member of that name, whether it exists or not. */
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
    return new Node(document, Pointers.below(pointer, name), member);
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
    return Pointers.tokens(pointer).get(Pointers.tokens(pointer).size() - 1);
  }

  /** The text here; empty if there is none. */
  String text() {
    return value instanceof String text ? text : "";
  }

  /** The text here, which has to be one. */
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

  /** The texts here, which has to be an array of at least one. */
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

  /** The members here, which has to be an object. */
  Map<String, @Nullable Object> object() {
    if (value instanceof Map<?, ?> members) {
      return DocumentYaml.named(members);
    }
    throw wrong("an object");
  }

  /** A complaint about what stands here. */
  DocumentException wrong(String expected) {
    return wrong(expected, shown(value));
  }

  DocumentException wrong(String expected, String found) {
    return new DocumentException(document, pointer, expected, found);
  }

  /** A value as a message shows it. */
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
