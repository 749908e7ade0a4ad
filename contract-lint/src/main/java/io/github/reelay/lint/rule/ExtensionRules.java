package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.SpecDocument;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The three extensions that show the templates what a type cannot. */
final class ExtensionRules {
  private static final Set<String> SHAPES = Set.of("scalar", "error", "any");
  private static final Set<String> WORDS = Set.of("status", "object");

  private ExtensionRules() {}

  static Stream<String> shapes(SpecDocument spec) {
    Stream<String> wrong =
        Elements.schemas(spec)
            .filter(schema -> schema.has("x-shape"))
            .filter(schema -> schema.has("type") || !SHAPES.contains(schema.text("x-shape")))
            .map(
                schema ->
                    schema.complain(
                        "x-shape scalar, error or any, without a type",
                        schema.text("x-shape") + (schema.has("type") ? " with a type" : "")));
    Stream<String> missing =
        Elements.schemas(spec)
            .filter(schema -> Stream.of("type", "x-shape", "$ref", "allOf").noneMatch(schema::has))
            .map(schema -> schema.complain("a type or an x-shape", "neither"));
    return Stream.concat(wrong, missing);
  }

  static Stream<String> times(SpecDocument spec) {
    return Elements.schemas(spec)
        .filter(schema -> schema.has("x-time"))
        .filter(schema -> !isTrue(schema) || !isScalar(schema))
        .map(
            schema ->
                schema.complain(
                    "x-time true with a type of text or number",
                    schema.node().get("x-time") + " with '" + schema.text("type") + "'"));
  }

  private static boolean isTrue(SpecElement schema) {
    return schema.node().get("x-time").isBoolean() && schema.node().get("x-time").asBoolean();
  }

  private static boolean isScalar(SpecElement schema) {
    return Set.of("string", "integer", "number").contains(schema.text("type"));
  }

  static Stream<String> knownValues(SpecDocument spec) {
    Stream<String> wrong =
        Elements.schemas(spec)
            .filter(schema -> schema.has("x-known-values"))
            .filter(
                schema ->
                    !schema.text("type").equals("string")
                        || !areWords(schema.node().get("x-known-values")))
            .map(
                schema ->
                    schema.complain(
                        "x-known-values to be different words with type string",
                        schema.node().get("x-known-values")
                            + " with '"
                            + schema.text("type")
                            + "'"));
    Stream<String> missing =
        Elements.properties(spec)
            .filter(property -> WORDS.contains(property.name()))
            .filter(property -> !property.has("x-known-values"))
            .map(property -> property.complain("x-known-values", "none"));
    return Stream.concat(wrong, missing);
  }

  private static boolean areWords(JsonNode values) {
    Set<String> words = new HashSet<>();
    for (JsonNode value : values) {
      if (!value.isTextual() || value.asText().isBlank() || !words.add(value.asText())) {
        return false;
      }
    }
    return values.isArray() && !words.isEmpty();
  }
}
