package io.github.reelay.contracttools.coverage;

import io.github.reelay.contracttools.spec.Spec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every interaction of a pact, held against the document of its provider. */
final class Conformance {
  private final Spec spec;
  private final Validation validation;
  private final Set<Deliberate> unused;
  private final List<String> problems = new ArrayList<>();

  private Conformance(Spec spec, List<Deliberate> deliberate) {
    this.spec = spec;
    this.validation = new Validation(spec);
    this.unused =
        deliberate.stream()
            .filter(each -> each.provider().equals(spec.provider()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What the pact sends or pins that the document does not declare, in one sentence each. */
  static List<String> problems(Pact pact, Spec spec, List<Deliberate> deliberate) {
    Conformance conformance = new Conformance(spec, deliberate);
    pact.interactions().forEach(conformance::check);
    for (Deliberate each : conformance.unused) {
      conformance.problems.add(
          "%s: expected something that no document names, found no such interaction or nothing"
                  .formatted(each)
              + " undocumented in it; add the interaction, or take the entry out of Deliberate.");
    }
    return conformance.problems;
  }

  /**
   * The operation that an interaction refers to; empty if it names another document, or none of its
   * operations.
   */
  static Optional<Operation> operation(Interaction interaction, Spec spec) {
    String id = interaction.reference().path("operationId").asText();
    boolean here = interaction.reference().path("spec").asText().equals(spec.provider() + ".yaml");
    return Operation.of(spec).stream()
        .filter(operation -> here && operation.id().equals(id))
        .findFirst();
  }

  private void check(Interaction interaction) {
    Optional<Operation> found = operation(interaction, spec);
    if (found.isEmpty()) {
      List<String> ids = Operation.of(spec).stream().map(Operation::id).toList();
      problems.add(
          interaction.problem(
              "a reference to one of the operations %s of %s.yaml".formatted(ids, spec.provider()),
              interaction.reference(),
              "refer to one of them"));
      return;
    }
    Operation operation = found.get();
    problems.addAll(RequestCheck.problems(interaction, operation));
    problems.addAll(ResponseCheck.problems(interaction, operation, validation));
    if (!operation.response(interaction.status()).isMissingNode()) {
      shown(interaction, operation);
    }
  }

  private void shown(Interaction interaction, Operation operation) {
    Set<String> undocumented = UndocumentedMembers.undocumented(interaction, operation);
    String marked = interaction.reference().path("undeclared").asText();
    if (!marked.isEmpty() && !undocumented.contains(marked)) {
      problems.add(
          interaction.problem(
              "the member %s, marked as undeclared, to be so".formatted(marked),
              "it declared or absent",
              "take the mark away"));
    }
    Set<String> unexpected = new TreeSet<>(undocumented);
    unexpected.addAll(UndocumentedValues.in(interaction));
    for (Deliberate each : Set.copyOf(unused)) {
      if (each.isAbout(interaction) && unexpected.remove(each.shown())) {
        unused.remove(each);
      }
    }
    for (String shown : unexpected) {
      problems.add(
          interaction.problem(
              "only what the schema %s names"
                  .formatted(ResponseCheck.schema(operation, interaction.status())),
              shown,
              "declare it in the spec, or list it in Deliberate with its reason"));
    }
  }
}
