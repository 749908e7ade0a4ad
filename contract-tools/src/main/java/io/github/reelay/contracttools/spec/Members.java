package io.github.reelay.contracttools.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Walks over the members of a body. */
public final class Members {
  private static final JsonNode ERROR =
      new ObjectMapper()
          .valueToTree(Map.of("code", Map.of(), "message", Map.of(), "type", Map.of()));

  private Members() {}

  /** Pointers to all leaves that are not null, empty objects and arrays included, with values. */
  public static SortedSet<String> filled(JsonNode body) {
    SortedSet<String> leaves = new TreeSet<>();
    collect("", body, leaves);
    return leaves;
  }

  private static void collect(String pointer, JsonNode value, SortedSet<String> leaves) {
    if (value.isValueNode() || value.isEmpty()) {
      if (!value.isNull()) {
        leaves.add(pointer + "=" + text(value));
      }
      return;
    }
    for (int i = 0; i < value.size() && value.isArray(); i++) {
      collect(pointer + "/" + i, value.get(i), leaves);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      collect(pointer + "/" + member.getKey(), member.getValue(), leaves);
    }
  }

  private static String text(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /**
   * A copy without each 0 by which the schema says that a value is not set ({@code x-unset}): the
   * generated reader takes it for absent.
   */
  public static JsonNode withoutUnset(Spec spec, String schema, JsonNode body) {
    JsonNode copy = body.deepCopy();
    dropUnset(spec, spec.resolve("#/components/schemas/" + schema), copy);
    return copy;
  }

  private static void dropUnset(Spec spec, JsonNode schema, JsonNode value) {
    JsonNode declared = resolved(spec, schema);
    if (value.isArray()) {
      value.forEach(element -> dropUnset(spec, declared.path("items"), element));
    }
    if (value instanceof ObjectNode object) {
      JsonNode properties = declared.path("properties");
      object
          .properties()
          .removeIf(
              member ->
                  properties.path(member.getKey()).has("x-unset")
                      && member.getValue().asText().equals("0"));
      object
          .properties()
          .forEach(member -> dropUnset(spec, properties.path(member.getKey()), member.getValue()));
    }
  }

  /** Pointers to the members that the schema does not declare. */
  public static SortedSet<String> undeclared(Spec spec, String schema, JsonNode body) {
    Undeclared undeclared = new Undeclared(spec, new TreeSet<>());
    undeclared.look(spec.resolve("#/components/schemas/" + schema), "", body);
    return undeclared.found();
  }

  private record Undeclared(Spec spec, SortedSet<String> found) {

    void look(JsonNode schema, String pointer, JsonNode value) {
      JsonNode declared = resolved(spec, schema);
      for (int i = 0; i < value.size() && value.isArray() && declared.has("items"); i++) {
        look(declared.get("items"), pointer + "/" + i, value.get(i));
      }
      if (!value.isObject() || declared.path("x-shape").asText().equals("any")) {
        return;
      }
      JsonNode properties = properties(declared);
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String place = pointer + "/" + member.getKey();
        if (properties.has(member.getKey())) {
          look(properties.get(member.getKey()), place, member.getValue());
        } else {
          found.add(place);
        }
      }
    }
  }

  private static JsonNode resolved(Spec spec, JsonNode schema) {
    JsonNode ref = schema.has("$ref") ? schema.get("$ref") : schema.at("/allOf/0/$ref");
    return ref.isMissingNode() ? schema : spec.resolve(ref.asText());
  }

  private static JsonNode properties(JsonNode declared) {
    return declared.path("x-shape").asText().equals("error") ? ERROR : declared.path("properties");
  }
}
