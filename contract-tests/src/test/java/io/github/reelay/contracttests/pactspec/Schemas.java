package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contracttests.spec.Spec;
import java.util.Map;

/** Walks over the schemas of a document, with the shapes that our reader knows. */
final class Schemas {
  /** The step from an array to its elements. */
  static final String ELEMENT = "*";

  private static final Map<String, Map<String, String>> ERROR =
      Map.of(
          "code", Map.of("x-shape", "scalar"),
          "message", Map.of("x-shape", "text", "type", "string"),
          "type", Map.of("x-shape", "text", "type", "string"));
  private static final JsonNode ERROR_MEMBERS = new ObjectMapper().valueToTree(ERROR);

  private Schemas() {}

  /** The node, or what it refers to, by itself or in an {@code allOf}. */
  static JsonNode resolved(Spec spec, JsonNode node) {
    JsonNode ref = node.has("$ref") ? node.get("$ref") : node.at("/allOf/0/$ref");
    return ref.isMissingNode() ? node : resolved(spec, spec.resolve(ref.asText()));
  }

  /** The name of the schema that a node refers to; empty if it refers to none. */
  static String name(JsonNode node) {
    JsonNode ref = node.has("$ref") ? node.get("$ref") : node.at("/allOf/0/$ref");
    return ref.asText().substring(ref.asText().lastIndexOf('/') + 1);
  }

  static String shape(JsonNode schema) {
    return schema.path("x-shape").asText();
  }

  /** The schema of a member or of the elements; missing if the schema declares none. */
  static JsonNode step(Spec spec, JsonNode schema, String step) {
    JsonNode declared = resolved(spec, schema);
    if (shape(declared).equals("any")) {
      return declared;
    }
    if (shape(declared).equals("error")) {
      return ERROR_MEMBERS.path(step);
    }
    return step.equals(ELEMENT)
        ? declared.path("items")
        : resolved(spec, declared.path("properties").path(step));
  }

  /** The schema at the end of a path; missing if it is not declared. */
  static JsonNode at(Spec spec, JsonNode schema, BodyPath path) {
    JsonNode reached = resolved(spec, schema);
    for (String step : path.steps()) {
      reached = step(spec, reached, step);
    }
    return resolved(spec, reached);
  }
}
