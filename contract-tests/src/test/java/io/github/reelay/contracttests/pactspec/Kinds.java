package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The kinds of JSON values, as matchers and schemas name them. */
final class Kinds {
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "integer", Set.of("integer"),
          "decimal", Set.of("number"),
          "number", Set.of("number"),
          "boolean", Set.of("boolean"),
          "regex", Set.of("string"));

  private Kinds() {}

  /** Such as {@code array}. */
  static String of(JsonNode value) {
    return value.getNodeType().toString().toLowerCase();
  }

  /** Whether every value that the matcher takes is of the declared type, if there is one. */
  static boolean fits(String matcher, JsonNode declared) {
    Set<String> types = TYPES.get(matcher);
    return types == null || !declared.has("type") || types.contains(declared.get("type").asText());
  }
}
