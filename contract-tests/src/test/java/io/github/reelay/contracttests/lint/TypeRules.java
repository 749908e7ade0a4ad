package io.github.reelay.contracttests.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttests.spec.Example;
import io.github.reelay.contracttests.spec.Spec;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a schema may say, so that the generated reader is lenient and loses nothing. */
final class TypeRules {
  private static final Map<String, String> FORMATS = Map.of("integer", "int64", "number", "double");
  private static final Set<String> FORBIDDEN =
      Set.of("oneOf", "anyOf", "not", "enum", "default", "discriminator");

  private TypeRules() {}

  static Stream<String> formats(Spec spec) {
    return Elements.schemas(spec)
        .filter(schema -> FORMATS.containsKey(schema.text("type")))
        .filter(schema -> !schema.text("format").equals(FORMATS.get(schema.text("type"))))
        .map(
            schema ->
                schema.complain(
                    "format " + FORMATS.get(schema.text("type")),
                    schema.has("format") ? schema.text("format") : "none"));
  }

  static Stream<String> composition(Spec spec) {
    return Elements.schemas(spec)
        .flatMap(SpecElement::members)
        .filter(keyword -> FORBIDDEN.contains(keyword.name()))
        .filter(keyword -> !keyword.pointer().matches(".*/properties/[^/]+"))
        .map(keyword -> keyword.complain("no " + keyword.name(), "one"));
  }

  static Stream<String> nullable(Spec spec) {
    return Elements.schemas(spec)
        .filter(schema -> schema.has("nullable") && !schema.has("type"))
        .map(schema -> schema.complain("a type beside nullable", "none"));
  }

  static Stream<String> inlineObjects(Spec spec) {
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

  static Stream<String> required(Spec spec) {
    return Elements.schemas(spec)
        .filter(schema -> schema.has("required"))
        .flatMap(
            schema ->
                schema
                    .at("required")
                    .elements()
                    .filter(name -> !isAlwaysShown(spec, schema, name.node().asText()))
                    .map(
                        name ->
                            name.complain(
                                "what every example of a task has", name.node().asText())));
  }

  private static boolean isAlwaysShown(Spec spec, SpecElement schema, String name) {
    return spec.examples().stream().anyMatch(task -> isShownBy(task, schema))
        && spec.examples().stream()
            .filter(task -> isShownBy(task, schema))
            .map(Example::value)
            .allMatch((JsonNode value) -> value.has(name));
  }

  private static boolean isShownBy(Example task, SpecElement schema) {
    return task.isTask() && schema.pointer().equals("/components/schemas/" + task.schema());
  }
}
