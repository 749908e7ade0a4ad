package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The elements of a specification by their places, such as {@code GenerationTask.id}. */
final class SpecElements {
  private static final Set<String> SCAFFOLD =
      Set.of("components", "schemas", "properties", "paths", "get");

  private final Map<String, JsonNode> found = new LinkedHashMap<>();

  private SpecElements() {}

  /** Every object of the document but those in examples; the first of those with equal places. */
  static Map<String, JsonNode> of(JsonNode spec) {
    SpecElements elements = new SpecElements();
    elements.walk(spec, List.of());
    return elements.found;
  }

  private void walk(JsonNode node, List<String> path) {
    if (node.isObject()) {
      found.putIfAbsent(place(path), node);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String key = member.getKey();
      if (!key.equals("example") && !key.equals("examples")) {
        walk(member.getValue(), with(path, key));
      }
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      walk(node.get(i), with(path, node.get(i).path("name").asText(String.valueOf(i))));
    }
  }

  /** The place without what every such path has. */
  private static String place(List<String> path) {
    List<String> significant =
        path.stream().filter(s -> !SCAFFOLD.contains(s) && !s.startsWith("/")).toList();
    if (!significant.isEmpty()) {
      return String.join(".", significant);
    }
    return path.isEmpty() ? "root" : path.contains("get") ? "operation" : path(path);
  }

  private static String path(List<String> path) {
    return path.get(path.size() - 1).startsWith("/") ? "path" : String.join(".", path);
  }

  private static List<String> with(List<String> path, String segment) {
    List<String> longer = new ArrayList<>(path);
    longer.add(segment);
    return List.copyOf(longer);
  }
}
