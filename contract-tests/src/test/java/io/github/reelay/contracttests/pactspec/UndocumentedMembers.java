package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttests.spec.Spec;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** What the body of an interaction shows that its schema does not name. */
final class UndocumentedMembers {
  private UndocumentedMembers() {}

  /** Pointers of members and of matching rules, and pointers with a word. */
  static Set<String> undocumented(Interaction interaction, Operation operation) {
    Set<String> found = new TreeSet<>(fields(interaction, operation));
    JsonNode root = ResponseCheck.root(operation, interaction.status());
    for (Pin pin : Pin.of(interaction)) {
      JsonNode words = Schemas.at(operation.spec(), root, pin.path()).path("x-known-values");
      if (words.isArray() && pin.value().isTextual() && !contains(words, pin.value())) {
        found.add(pin.path() + " " + pin.value().asText());
      }
    }
    return found;
  }

  private static boolean contains(JsonNode words, JsonNode word) {
    return StreamSupport.stream(words.spliterator(), false).anyMatch(word::equals);
  }

  /** Pointers of the members and of the matching rules that the schema does not declare. */
  static Set<String> fields(Interaction interaction, Operation operation) {
    Set<String> found = new TreeSet<>();
    JsonNode root = ResponseCheck.root(operation, interaction.status());
    Spec spec = operation.spec();
    Pin.of(interaction).stream()
        .map(Pin::path)
        .filter(path -> Schemas.at(spec, root, path).isMissingNode())
        .forEach(path -> found.add(path.toString()));
    interaction.response().at("/matchingRules/body").properties().stream()
        .map(rule -> BodyPath.ofRule(rule.getKey()))
        .filter(path -> Schemas.at(spec, root, path).isMissingNode())
        .forEach(path -> found.add(path.toString()));
    return found;
  }
}
