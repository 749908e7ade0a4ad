package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.SpecDocument;
import java.util.Set;
import java.util.stream.Stream;

/** Whether each example is what the schema of its response declares. */
final class ExampleRules {
  private static final Set<String> OF_ERRORS = Set.of("code", "message", "type");

  private final JsonNode root;

  private ExampleRules(SpecDocument spec) {
    this.root = spec.root();
  }

  static Stream<String> values(SpecDocument spec) {
    ExampleRules rules = new ExampleRules(spec);
    return Elements.contents(spec)
        .flatMap(
            content ->
                content
                    .at("examples")
                    .members()
                    .map(example -> example.at("value"))
                    .filter(SpecElement::exists)
                    .flatMap(value -> rules.misfits(value, content.node().path("schema"))));
  }

  private Stream<String> misfits(SpecElement value, JsonNode schema) {
    JsonNode declared = resolved(schema, 0);
    if (declared.has("x-shape")) {
      return shape(value, declared.path("x-shape").asText());
    }
    String type = declared.path("type").asText();
    if (value.node().isNull()) {
      return declared.path("nullable").asBoolean() || type.isEmpty()
          ? Stream.of()
          : Stream.of(value.complain(named(type) + ", which is not nullable", "null"));
    }
    return switch (type) {
      case "object" -> object(value, declared);
      case "array" -> array(value, declared.path("items"));
      default -> scalar(value, type);
    };
  }

  /** What a reference leads to; a circle of references leads nowhere. */
  private JsonNode resolved(JsonNode schema, int steps) {
    String reference = Elements.reference(schema);
    return reference.isEmpty() || steps > 9 ? schema : resolved(root.at(reference), steps + 1);
  }

  private Stream<String> object(SpecElement value, JsonNode declared) {
    if (!value.node().isObject()) {
      return wrong(value, "object");
    }
    Stream<String> missing =
        new SpecElement("", declared.path("required"))
            .elements()
            .map(name -> name.node().asText())
            .filter(name -> !value.has(name))
            .map(name -> value.complain("the required member " + name, "none"));
    JsonNode properties = declared.path("properties");
    Stream<String> inside =
        value
            .members()
            .flatMap(
                member ->
                    properties.has(member.name())
                        ? misfits(member, properties.get(member.name()))
                        : Stream.of(undeclared(member)));
    return Stream.concat(missing, inside);
  }

  private static String undeclared(SpecElement member) {
    return member.complain("a member that the schema declares", "'" + member.name() + "'");
  }

  private Stream<String> array(SpecElement value, JsonNode items) {
    return value.node().isArray()
        ? value.elements().flatMap(each -> misfits(each, items))
        : wrong(value, "array");
  }

  private static Stream<String> scalar(SpecElement value, String type) {
    JsonNode node = value.node();
    boolean fits =
        switch (type) {
          case "string" -> node.isTextual();
          case "integer" -> node.isIntegralNumber();
          case "number" -> node.isNumber();
          case "boolean" -> node.isBoolean();
          default -> true; // another rule demands a type
        };
    return fits ? Stream.of() : wrong(value, type);
  }

  private static Stream<String> shape(SpecElement value, String shape) {
    JsonNode node = value.node();
    if (shape.equals("error") && node.isObject()) {
      return value
          .members()
          .filter(member -> !OF_ERRORS.contains(member.name()))
          .map(ExampleRules::undeclared);
    }
    boolean fits = shape.equals("any") || node.isNull() || node.isTextual() || node.isNumber();
    return fits ? Stream.of() : wrong(value, "text or a number");
  }

  private static Stream<String> wrong(SpecElement value, String type) {
    return Stream.of(value.complain(named(type), value.node().toString()));
  }

  private static String named(String type) {
    return switch (type) {
      case "object", "array", "integer" -> "an " + type;
      case "number", "boolean" -> "a " + type;
      case "string" -> "text";
      default -> type;
    };
  }
}
