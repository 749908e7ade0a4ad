package io.github.reelay.document;

import io.github.reelay.internal.pointer.JsonPointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema with {@code $ref} and {@code allOf} resolved. What it says itself counts before what a
 * reference leads to.
 *
 * @param node where it stands
 * @param name the name of the schema that a reference leads to; null if there is none
 * @param keywords every keyword but the properties
 * @param properties the properties in the order of the document
 * @param references the references on the way here, from the root
 */
record MergedSchema(
    Node node,
    @Nullable String name,
    Map<String, Node> keywords,
    Map<String, Node> properties,
    List<String> references) {
  private static final String REFERENCE = "$ref";
  private static final String BEGINS = "#/";

  /**
   * Resolves the schema at a node.
   *
   * @param references those that were followed to get there: a schema that leads back to one of
   *     them is refused
   */
  static MergedSchema of(Node root, Node node, List<String> references) {
    Merge merge = new Merge(root, references);
    merge.add(node);
    List<String> followed = merge.references;
    String last = followed.size() == references.size() ? null : followed.get(followed.size() - 1);
    String name = last == null ? null : last.substring(last.lastIndexOf('/') + 1);
    return new MergedSchema(node, name, merge.keywords, merge.properties, followed);
  }

  /** Collects what a schema says, and what those that it refers to say. */
  private static final class Merge {
    private final Node root;
    private final Map<String, Node> keywords = new LinkedHashMap<>();
    private final Map<String, Node> properties = new LinkedHashMap<>();
    private final List<String> references;

    Merge(Node root, List<String> references) {
      this.root = root;
      this.references = new ArrayList<>(references);
    }

    void add(Node node) {
      Node target = node;
      while (target.at(REFERENCE).exists()) {
        target = follow(target.at(REFERENCE));
      }
      for (Node member : target.members()) {
        switch (member.name()) {
          case "properties" ->
              member.members().forEach(each -> properties.putIfAbsent(each.name(), each));
          case "allOf" -> member.elements().forEach(this::add);
          default -> keywords.putIfAbsent(member.name(), member);
        }
      }
    }

    private Node follow(Node reference) {
      String text = reference.text();
      if (!text.startsWith(BEGINS)) {
        throw reference.wrong("a reference into the document, such as #/components/schemas/Task");
      }
      if (references.contains(text)) {
        throw reference.wrong(
            "a schema that does not contain itself", "a reference back to " + text);
      }
      references.add(text);
      Node target = root;
      for (String name : JsonPointers.tokens(text.substring(1))) {
        target = target.at(name);
      }
      if (!target.exists()) {
        throw reference.wrong("a reference to what the document has");
      }
      return target;
    }
  }

  /**
   * The node of a keyword; if the schema has none, an empty node with the pointer for a message.
   */
  Node keyword(String keyword) {
    Node found = keywords.get(keyword);
    return found != null
        ? found
        : new Node(node.document(), JsonPointers.below(node.pointer(), keyword), null);
  }

  boolean has(String keyword) {
    return keyword(keyword).exists();
  }

  /**
   * Which kind is read: {@code x-shape} decides before {@code x-time}, and that before the type.
   */
  ValueKind kind() {
    return switch (keyword("x-shape").text()) {
      case "scalar" -> ValueKind.SCALAR;
      case "error" -> ValueKind.ERROR;
      case "any" -> ValueKind.ANY;
      default -> Boolean.TRUE.equals(keyword("x-time").value()) ? time() : typed();
    };
  }

  private ValueKind time() {
    return switch (keyword("type").text()) {
      case "integer" -> ValueKind.INTEGER_TIME;
      case "number" -> ValueKind.NUMBER_TIME;
      default -> ValueKind.TEXT_TIME;
    };
  }

  private ValueKind typed() {
    return switch (keyword("type").text()) {
      case "string" -> ValueKind.TEXT;
      case "integer" -> ValueKind.INTEGER;
      case "number" -> ValueKind.NUMBER;
      case "boolean" -> ValueKind.BOOLEAN;
      case "array" -> ValueKind.ARRAY;
      case "object" -> ValueKind.OBJECT;
      default -> properties.isEmpty() ? ValueKind.ANY : ValueKind.OBJECT;
    };
  }
}
