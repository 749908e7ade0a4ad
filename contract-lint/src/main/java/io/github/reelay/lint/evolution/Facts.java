package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a node of a document says of itself, by keyword. */
final class Facts {
  /** Keywords that are read by people only; where a statement comes from is text as well. */
  private static final Set<String> TEXT =
      Set.of(
          "openapi",
          "title",
          "description",
          "summary",
          "example",
          "examples",
          "externalDocs",
          "contact",
          "license",
          "termsOfService",
          "x-facts",
          "x-inferred",
          "x-last-verified",
          "tag descriptions",
          "security descriptions");

  private Facts() {}

  /** Whether what stands under that keyword is for people only. */
  static boolean isText(String keyword) {
    return TEXT.contains(keyword);
  }

  /**
   * Every keyword but those. One whose value is false is left out, because it says as much as none.
   */
  static Map<String, JsonNode> of(JsonNode node, Set<String> without) {
    Map<String, JsonNode> facts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean unsaid = member.getValue().isBoolean() && !member.getValue().asBoolean();
      if (!unsaid && !without.contains(member.getKey())) {
        facts.put(member.getKey(), member.getValue());
      }
    }
    return facts;
  }

  /** Only the keywords that are for people. */
  static Map<String, JsonNode> texts(JsonNode node) {
    Map<String, JsonNode> texts = of(node, Set.of());
    texts.keySet().removeIf(keyword -> !isText(keyword));
    return texts;
  }
}
