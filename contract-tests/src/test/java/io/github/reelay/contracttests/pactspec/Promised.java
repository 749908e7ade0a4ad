package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttests.spec.Spec;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has to have an interaction, each with the one to add where it has none. */
final class Promised {
  private final Spec spec;
  private final FieldsRead read;

  Promised(Spec spec, FieldsRead read) {
    this.spec = spec;
    this.read = read;
  }

  Map<String, String> operations() {
    Map<String, String> operations = new TreeMap<>();
    for (Operation operation : Operation.of(spec)) {
      operations.put(operation.id(), "add one that refers to this operationId");
    }
    return operations;
  }

  Map<String, String> statuses() {
    Map<String, String> statuses = new TreeMap<>();
    for (Operation operation : Operation.of(spec)) {
      for (Map.Entry<String, JsonNode> response : operation.responses().properties()) {
        statuses.put(
            operation.id() + " " + response.getKey(),
            "add one for its example " + examples(response.getValue()));
      }
    }
    return statuses;
  }

  private static String examples(JsonNode response) {
    return response.at("/content/application~1json/examples").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" or "));
  }

  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    ReadPlaces places = new ReadPlaces(spec, read);
    roots().forEach(places::below);
    places.places().forEach(each -> fields.put(each, "add one whose body has it with a value"));
    for (String member : read.of("ErrorValue")) {
      fields.put("an error's " + member, "add one whose error has it with a value");
    }
    for (String lost : places.lost()) {
      fields.put(lost, "a mapper reads it, but no schema of a response declares it");
    }
    return fields;
  }

  /** The words of every property named status, wherever it stands. */
  Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    for (JsonNode root : roots()) {
      words(Schemas.name(root), root, BodyPath.TOP, words);
    }
    return words;
  }

  private void words(String root, JsonNode schema, BodyPath path, Map<String, String> words) {
    JsonNode declared = Schemas.resolved(spec, schema);
    if (path.toString().endsWith("/status")) {
      for (JsonNode word : declared.path("x-known-values")) {
        words.put(
            "%s %s %s".formatted(root, path, word.asText()),
            "add one whose body pins this word as it is, without a matcher");
      }
    }
    declared
        .path("properties")
        .properties()
        .forEach(member -> words(root, member.getValue(), path.to(member.getKey()), words));
    if (declared.has("items")) {
      words(root, declared.get("items"), path.to(Schemas.ELEMENT), words);
    }
  }

  /** The schemas of all responses, each once. */
  private Set<JsonNode> roots() {
    return Operation.of(spec).stream()
        .flatMap(operation -> operation.responses().properties().stream())
        .map(response -> Schemas.resolved(spec, response.getValue()))
        .map(response -> response.at("/content/application~1json/schema"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
