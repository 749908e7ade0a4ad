package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a document says of the canonical values, apart from what the provider says. */
final class Vocabulary {
  private static final Set<String> KEYWORDS =
      Set.of(
          "x-reelay",
          "x-reelay-inside",
          "x-means",
          "x-unset",
          "x-present-on",
          "x-unit",
          "x-polling",
          "x-validity",
          "x-video-format",
          "x-envelope",
          "x-unknown-task",
          "x-provider");

  private Vocabulary() {}

  static boolean has(String keyword) {
    return KEYWORDS.contains(keyword);
  }

  /** Whether any of the elements says anything of the kind. */
  static boolean isIn(Map<String, Element> elements) {
    return elements.values().stream()
        .anyMatch(element -> element.facts().keySet().stream().anyMatch(Vocabulary::has));
  }

  /** The elements without it. */
  static Map<String, Element> without(Map<String, Element> elements) {
    Map<String, Element> plain = new TreeMap<>();
    elements.forEach(
        (pointer, element) -> {
          Map<String, JsonNode> facts = new TreeMap<>(element.facts());
          facts.keySet().removeIf(Vocabulary::has);
          plain.put(pointer, new Element(element.subject(), element.request(), facts));
        });
    return plain;
  }
}
