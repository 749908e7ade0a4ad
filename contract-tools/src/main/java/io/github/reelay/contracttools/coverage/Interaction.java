package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One interaction of a pact.
 *
 * @param provider its name, such as {@code toapis}
 * @param json the interaction as the file has it
 */
record Interaction(String provider, JsonNode json) {

  String description() {
    return json.get("description").asText();
  }

  /** What the interaction says of its place in the specification. */
  JsonNode reference() {
    return json.at("/comments/references/openapi");
  }

  /** The example of the specification that the provider's state starts from. */
  String example() {
    return json.at("/providerStates/0/params/example").asText();
  }

  JsonNode request() {
    return json.path("request");
  }

  JsonNode response() {
    return json.path("response");
  }

  int status() {
    return response().path("status").asInt();
  }

  JsonNode body() {
    return response().at("/body/content");
  }

  /** A problem of this interaction, in one sentence. */
  String problem(String expected, Object found, String advice) {
    return "%s: expected %s, found %s; %s.".formatted(this, expected, found, advice);
  }

  @Override
  public String toString() {
    return provider + ", '" + description() + "'";
  }
}
