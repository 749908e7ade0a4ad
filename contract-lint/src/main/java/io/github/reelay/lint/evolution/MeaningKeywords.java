package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.document.Keywords;
import java.util.Map;
import java.util.TreeMap;

/** What a document says of the canonical values, apart from what the provider says. */
final class MeaningKeywords {
  private MeaningKeywords() {}

  static boolean has(String keyword) {
    return Keywords.OF_MEANING.contains(keyword);
  }

  /** Whether any of the elements says anything of the kind. */
  static boolean isIn(Map<String, Element> elements) {
    return elements.values().stream()
        .anyMatch(element -> element.facts().keySet().stream().anyMatch(MeaningKeywords::has));
  }

  /** Copies of the elements without these keywords. */
  static Map<String, Element> without(Map<String, Element> elements) {
    Map<String, Element> plain = new TreeMap<>();
    elements.forEach(
        (pointer, element) -> {
          Map<String, JsonNode> facts = new TreeMap<>(element.facts());
          facts.keySet().removeIf(MeaningKeywords::has);
          plain.put(pointer, new Element(element.subject(), element.request(), facts));
        });
    return plain;
  }
}
