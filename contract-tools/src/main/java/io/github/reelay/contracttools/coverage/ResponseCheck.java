package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the operation documents the response of an interaction. */
final class ResponseCheck {
  private static final String JSON = "application/json";

  private final Interaction interaction;
  private final Operation operation;
  private final Validation validation;
  private final List<String> problems = new ArrayList<>();

  private ResponseCheck(Interaction interaction, Operation operation, Validation validation) {
    this.interaction = interaction;
    this.operation = operation;
    this.validation = validation;
  }

  /** What is wrong, but for the members and words of the body. */
  static List<String> problems(
      Interaction interaction, Operation operation, Validation validation) {
    ResponseCheck check = new ResponseCheck(interaction, operation, validation);
    JsonNode documented = operation.response(interaction.status());
    if (documented.isMissingNode()) {
      check.add("a documented HTTP status", interaction.status(), "document it or drop it");
      return check.problems;
    }
    check.headers(documented);
    check.example(documented);
    check.body();
    return check.problems;
  }

  private void add(String expected, Object found, String advice) {
    problems.add(interaction.problem(expected, found, advice));
  }

  private void headers(JsonNode documented) {
    for (Map.Entry<String, JsonNode> header : interaction.response().path("headers").properties()) {
      boolean known = documented.path("headers").has(header.getKey());
      if (!known && !header.getKey().equalsIgnoreCase("content-type")) {
        add(
            "a header that is documented for " + interaction.status(),
            header.getKey(),
            "declare it in the spec or do not pin it");
      }
    }
  }

  private void example(JsonNode documented) {
    if (!documented.at("/content/application~1json/examples").has(interaction.example())) {
      add(
          "a state that names an example of the response " + interaction.status(),
          "'" + interaction.example() + "'",
          "name one of the spec");
    }
  }

  private void body() {
    String type = interaction.response().at("/body/contentType").asText(JSON);
    String schema = schema(operation, interaction.status());
    if (!type.equals(JSON) || schema.isEmpty()) {
      add("a documented body of type " + JSON, type, "declare its schema by name");
      return;
    }
    for (String error : validation.errors(schema, interaction.body())) {
      add("a body that fits the schema " + schema, error, "pin what the spec says");
    }
    for (Pin pin : Pin.of(interaction)) {
      shape(pin, Schemas.at(spec(), root(operation, interaction.status()), pin.path()));
    }
  }

  private Spec spec() {
    return operation.spec();
  }

  private void shape(Pin pin, JsonNode declared) {
    String shape = Schemas.shape(declared);
    if (!Kinds.fits(pin.value(), shape)) {
      add(
          "%s at %s".formatted(Kinds.words(shape), pin.path()),
          Kinds.of(pin.value()),
          "pin what the spec says");
    }
    for (String matcher : pin.matchers()) {
      boolean ofNumber = matcher.equals("regex") && pin.value().isNumber(); // it gives the range
      if (!ofNumber && !Kinds.fits(matcher, declared)) {
        add(
            "a matcher for the type %s at %s".formatted(declared.path("type").asText(), pin.path()),
            matcher,
            "match the documented type");
      }
    }
  }

  /** The name of the schema of a response's body; empty if there is none. */
  static String schema(Operation operation, int status) {
    return Schemas.name(root(operation, status));
  }

  /** The schema of a response's body, as the response refers to it. */
  static JsonNode root(Operation operation, int status) {
    return operation.response(status).at("/content/application~1json/schema");
  }
}
