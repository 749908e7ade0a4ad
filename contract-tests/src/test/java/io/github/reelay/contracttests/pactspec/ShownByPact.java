package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttests.spec.Spec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the interactions of a pact show, in the words of {@link Promised}. */
final class ShownByPact {
  private final Spec spec;
  private final Set<String> operations = new TreeSet<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> words = new TreeSet<>();
  private final Set<String> statuses = new TreeSet<>();

  ShownByPact(Spec spec) {
    this.spec = spec;
  }

  /** Counts one interaction; one that refers to no operation counts for nothing. */
  void add(Interaction interaction) {
    Conformance.operation(interaction, spec).ifPresent(operation -> add(interaction, operation));
  }

  private void add(Interaction interaction, Operation operation) {
    operations.add(operation.id());
    statuses.add(operation.id() + " " + interaction.status());
    JsonNode root = ResponseCheck.root(operation, interaction.status());
    for (Pin pin : Pin.of(interaction)) {
      add(Schemas.name(root), pin, Schemas.at(spec, root, pin.path()));
    }
  }

  private void add(String root, Pin pin, JsonNode declared) {
    if (pin.value().isNull()) {
      return; // that it may be null says nothing of the value
    }
    fields.add(root + " " + pin.path());
    if (pin.isExact() && pin.value().isTextual()) {
      words.add("%s %s %s".formatted(root, pin.path(), pin.value().asText()));
    }
    if (Schemas.shape(declared).equals("error")) {
      List<String> members = List.of("code", "message", "type");
      members.stream().filter(pin.value()::hasNonNull).forEach(each -> fields.add(error(each)));
      if (pin.value().isValueNode()) {
        fields.add(error("bare"));
      }
    }
  }

  private static String error(String member) {
    return "an error's " + member;
  }

  Set<String> operations() {
    return operations;
  }

  Set<String> fields() {
    return fields;
  }

  Set<String> words() {
    return words;
  }

  Set<String> statuses() {
    return statuses;
  }
}
