package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One parameter of an operation.
 *
 * @param json its declaration
 */
record Parameter(JsonNode json) {
  private static final Map<String, String> FORMS =
      Map.of("integer", "-?\\d+", "number", "-?\\d+(\\.\\d+)?", "boolean", "true|false");

  String name() {
    return json.path("name").asText();
  }

  /** Where it stands: in the path, the query or a header. */
  String place() {
    return json.path("in").asText();
  }

  boolean required() {
    return json.path("required").asBoolean();
  }

  String type() {
    return json.at("/schema/type").asText();
  }

  /** Whether a text is a value of its type and not empty. */
  boolean takes(String value) {
    return value.matches(FORMS.getOrDefault(type(), ".+"));
  }
}
