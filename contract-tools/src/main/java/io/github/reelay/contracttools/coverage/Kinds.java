package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of JSON values, as matchers, schemas and the shapes of our reader name them. */
final class Kinds {
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "integer", Set.of("integer"),
          "decimal", Set.of("number"),
          "number", Set.of("number"),
          "boolean", Set.of("boolean"),
          "regex", Set.of("string"));
  private static final Map<String, Set<JsonNodeType>> SHAPES =
      Map.of(
          "text", Set.of(JsonNodeType.STRING),
          "scalar", Set.of(JsonNodeType.STRING, JsonNodeType.NUMBER),
          "error", Set.of(JsonNodeType.STRING, JsonNodeType.NUMBER, JsonNodeType.OBJECT));
  private static final Map<String, String> WORDS =
      Map.of(
          "text", "text",
          "scalar", "text or a number",
          "error", "text, a number or an object");

  private Kinds() {}

  /** The kind of a value in lower case, such as {@code array}. */
  static String of(JsonNode value) {
    return value.getNodeType().toString().toLowerCase(Locale.ROOT);
  }

  /** What a shape takes, in words for a message; only for one that does not take everything. */
  static String words(String shape) {
    return WORDS.get(shape);
  }

  /** Whether a shape takes the value; each takes null, and any other shape everything. */
  static boolean fits(JsonNode value, String shape) {
    return value.isNull()
        || !SHAPES.containsKey(shape)
        || SHAPES.get(shape).contains(value.getNodeType());
  }

  /** Whether every value that the matcher takes is of the declared type, if there is one. */
  static boolean fits(String matcher, JsonNode declared) {
    Set<String> types = TYPES.get(matcher);
    return types == null || !declared.has("type") || types.contains(declared.get("type").asText());
  }
}
