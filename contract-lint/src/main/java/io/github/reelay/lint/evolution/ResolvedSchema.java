package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A schema with {@code $ref} and {@code allOf} resolved, so that the two ways of writing the same
 * thing are the same thing here.
 */
final class ResolvedSchema {
  private static final Set<String> STRUCTURE =
      Set.of(
          "allOf", "properties", "items", "additionalProperties", "required", "nullable", "$ref");

  private static final Set<String> MEMBERS =
      Set.of("properties", "items", "additionalProperties", "required");

  private final List<JsonNode> parts;
  private final List<JsonNode> own;
  private final @Nullable String name;

  private ResolvedSchema(List<JsonNode> parts, List<JsonNode> own, @Nullable String name) {
    this.parts = parts;
    this.own = own;
    this.name = name;
  }

  /**
   * Follows {@code $ref} and merges {@code allOf}. Where two parts differ, the outer or earlier one
   * counts.
   */
  static ResolvedSchema of(Document document, JsonNode node) {
    if (node.has("$ref")) {
      String ref = node.get("$ref").asText();
      ResolvedSchema target = of(document, document.resolve(node));
      return new ResolvedSchema(target.parts, List.of(), ref.substring(ref.lastIndexOf('/') + 1));
    }
    List<JsonNode> parts = new ArrayList<>(List.of(node));
    List<JsonNode> own = new ArrayList<>(List.of(node));
    String name = null;
    for (JsonNode part : node.path("allOf")) {
      ResolvedSchema merged = of(document, part);
      parts.addAll(merged.parts);
      own.addAll(merged.own);
      name = merged.name;
    }
    boolean alias = node.path("allOf").size() == 1 && MEMBERS.stream().noneMatch(node::has);
    return new ResolvedSchema(parts, own, alias ? name : null);
  }

  /** Whether it only stands for a named one, whose members are looked at there. */
  boolean isNamed() {
    return name != null;
  }

  /** What is said of a value of this schema where it is used, texts included. */
  Map<String, JsonNode> facts() {
    Map<String, JsonNode> facts = texts();
    parts.forEach(
        part ->
            Facts.of(part, STRUCTURE)
                .forEach(
                    (keyword, value) -> {
                      if (!Facts.isText(keyword)) {
                        facts.putIfAbsent(keyword, value);
                      }
                    }));
    if (mayBeNull()) {
      facts.put("nullable", BooleanNode.TRUE);
    }
    if (name != null
        && facts.getOrDefault("type", TextNode.valueOf("")).asText().equals("object")) {
      facts.put("record", TextNode.valueOf(name));
    }
    return facts;
  }

  /** The words that stand in this place itself, and not where a reference leads. */
  Map<String, JsonNode> texts() {
    Map<String, JsonNode> texts = new TreeMap<>();
    own.forEach(part -> Facts.texts(part).forEach(texts::putIfAbsent));
    return texts;
  }

  /** Whether it says that there are no other members than the declared ones. */
  boolean isClosed() {
    return parts.stream()
        .map(part -> part.path("additionalProperties"))
        .anyMatch(further -> further.isBoolean() && !further.asBoolean());
  }

  /** All properties by name, in their order. */
  Map<String, JsonNode> properties() {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (JsonNode part : parts) {
      part.path("properties")
          .properties()
          .forEach(property -> properties.putIfAbsent(property.getKey(), property.getValue()));
    }
    return properties;
  }

  /** Whether every response has that property. */
  boolean requires(String property) {
    for (JsonNode part : parts) {
      for (JsonNode required : part.path("required")) {
        if (required.asText().equals(property)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The schema under that keyword, or null. */
  @Nullable JsonNode below(String keyword) {
    return parts.stream()
        .map(part -> part.path(keyword))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(null);
  }

  private boolean mayBeNull() {
    List<JsonNode> typed = parts.stream().filter(part -> part.has("type")).toList();
    if (typed.isEmpty()) {
      return parts.stream().noneMatch(part -> part.has("oneOf") || part.has("anyOf"));
    }
    return typed.stream().allMatch(part -> part.path("nullable").asBoolean());
  }
}
