package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a schema may say, so that the generated reader is lenient and loses nothing. */
final class TypeRules {
  private static final Map<String, String> FORMATS = Map.of("integer", "int64", "number", "double");

  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "array", "object");

  /** What no schema may have, and what to do instead. */
  static final Map<String, String> INSTEAD =
      Map.of(
          "oneOf", "declare the one type that is read, or an x-shape for a value of several",
          "anyOf", "declare the one type that is read, or an x-shape for a value of several",
          "not", "leave it out, because whatever comes is read",
          "enum", "list the words under x-known-values, because others may come",
          "default", "leave it out, because it would invent data",
          "discriminator", "declare one schema with the members of all");

  private TypeRules() {}

  static Stream<String> formats(SpecDocument spec) {
    Stream<String> unknown =
        Elements.schemas(spec)
            .filter(schema -> schema.has("type") && !TYPES.contains(schema.text("type")))
            .map(
                schema ->
                    schema
                        .at("type")
                        .complain("one of " + String.join(", ", TYPES), schema.found("type")));
    return Stream.concat(unknown, numbers(spec));
  }

  private static Stream<String> numbers(SpecDocument spec) {
    return Elements.schemas(spec)
        .filter(schema -> FORMATS.containsKey(schema.text("type")))
        .filter(schema -> !schema.text("format").equals(FORMATS.get(schema.text("type"))))
        .map(
            schema ->
                schema.complain(
                    "format " + FORMATS.get(schema.text("type")),
                    schema.has("format") ? schema.text("format") : "none"));
  }

  static Stream<String> composition(SpecDocument spec) {
    return Elements.schemas(spec)
        .flatMap(SpecElement::members)
        .filter(keyword -> INSTEAD.containsKey(keyword.name()))
        .map(
            keyword ->
                keyword.complain("no " + keyword.name(), "one; " + INSTEAD.get(keyword.name())));
  }

  static Stream<String> nullable(SpecDocument spec) {
    return Elements.schemas(spec)
        .filter(schema -> schema.has("nullable") && !schema.has("type"))
        .map(schema -> schema.complain("a type with nullable", "none"));
  }

  static Stream<String> inlineObjects(SpecDocument spec) {
    Set<String> named = new HashSet<>(Elements.named(spec).map(SpecElement::pointer).toList());
    Stream<String> inline =
        Elements.schemas(spec)
            .filter(schema -> !named.contains(schema.pointer()))
            .filter(schema -> schema.text("type").equals("object") || schema.has("properties"))
            .map(schema -> schema.complain("a reference to a named schema", "an inline object"));
    Stream<String> bare =
        Elements.properties(spec)
            .filter(property -> property.has("$ref"))
            .map(property -> property.complain("a reference inside allOf", "a bare one"));
    return Stream.concat(inline, bare);
  }

  static Stream<String> required(SpecDocument spec) {
    return Elements.schemas(spec)
        .filter(schema -> schema.has("required"))
        .flatMap(
            schema ->
                schema.at("required").elements().flatMap(name -> required(spec, schema, name)));
  }

  private static Stream<String> required(SpecDocument spec, SpecElement schema, SpecElement name) {
    String property = name.node().asText();
    if (!isAlwaysShown(spec, schema, property)) {
      return Stream.of(name.complain("what every example of a task has", property));
    }
    return isNeeded(spec, schema.at("properties").at(property))
        ? Stream.of()
        : Stream.of(
            name.complain(
                "the id, the status or the envelope",
                property + "; leave it out, because a task without it is read without a finding"));
  }

  /** Whether no task can be read without it. */
  private static boolean isNeeded(SpecDocument spec, SpecElement property) {
    JsonNode carried = property.node().path("x-reelay");
    return carried.asText().matches("id|status")
        || StreamSupport.stream(carried.spliterator(), false)
            .anyMatch(each -> each.asText().matches("id|status"))
        || Elements.operations(spec)
            .anyMatch(
                operation ->
                    List.of(operation.text("x-envelope").split("/")).contains(property.name()));
  }

  private static boolean isAlwaysShown(SpecDocument spec, SpecElement schema, String name) {
    List<SpecElement> tasks = tasks(spec, schema).toList();
    return !tasks.isEmpty() && tasks.stream().allMatch(task -> task.has(name));
  }

  /** The values of the examples that show that schema: as the response, or in its envelope. */
  private static Stream<SpecElement> tasks(SpecDocument spec, SpecElement schema) {
    return Elements.operations(spec)
        .flatMap(
            operation ->
                operation
                    .at("responses")
                    .at("200")
                    .at("content")
                    .members()
                    .flatMap(content -> layers(spec, operation.text("x-envelope"), content)))
        .filter(layer -> Elements.reference(layer.user()).equals(schema.pointer()))
        .flatMap(layer -> layer.values().stream());
  }

  /** The response of that content, and what is inside it, step by step to the task. */
  private static Stream<Layer> layers(SpecDocument spec, String envelope, SpecElement content) {
    List<SpecElement> values =
        content.at("examples").members().map(example -> example.at("value")).toList();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(content.node().path("schema"), values));
    for (String member : envelope.split("/")) {
      if (!member.isEmpty()) {
        layers.add(layers.get(layers.size() - 1).inside(spec, member));
      }
    }
    return layers.stream();
  }

  /**
   * A schema where it is used, and the objects that the examples show there.
   *
   * @param user refers to it
   */
  private record Layer(JsonNode user, List<SpecElement> values) {
    Layer inside(SpecDocument spec, String member) {
      JsonNode schema = spec.root().at(Elements.reference(user));
      return new Layer(
          schema.path("properties").path(member),
          values.stream()
              .map(value -> value.at(member))
              .filter(value -> value.node().isObject())
              .toList());
    }
  }
}
