package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small provider with two facts and one contradiction. */
final class Samples {
  static final String REGISTER =
      """
      provider: acme
      letter: A
      facts:
        A1:
          says: A task has an id.
          words: task id
          holds:
            Task.id: {type: string}
        A2:
          says: Tasks are fun to watch.
          words: Tasks fun watch
      contradictions:
        AC1:
          says: The id is text here and a number there.
      evidence:
        AE2:
          says: A twin numbers tasks from 1.
          words: twin numbers tasks 1
          where: https://twin.example/tasks
          seen: 2026-11-21
      samples:
        first:
          id: task_1
          share: 0.50
          seed: null
      """;

  static final JsonNode SPEC =
      Yaml.read(
          """
          info: {x-last-verified: '2026-11-21'}
          paths:
            /tasks/{id}:
              get: {operationId: getTask}
          """);

  private static final FactHolders HOLDERS =
      new FactHolders(
          Map.of("A1", Set.of("second", "first", "third")),
          Set.of("first", "second"),
          Map.of("first", List.of("a query for a task"), "third", List.of("a third query")));

  private Samples() {}

  static FactRegister register() {
    return RegisterReader.read("acme", REGISTER);
  }

  static FactRegister registerWithoutPlaceForTheSecond() {
    return RegisterReader.read(
        "acme",
        REGISTER.replace(
            "Tasks fun watch\n",
            "Tasks fun watch\n    not-applicable: It is a matter of taste.\n"));
  }

  static Reference inSpec(String number) {
    return new Reference(number, Reference.Kind.SPEC, "acme.yaml Task.id");
  }

  static Reference citedEvidence() {
    return inTest("AE2");
  }

  static Reference inTest(String number) {
    return new Reference(number, Reference.Kind.TEST, "AcmeTest.watches");
  }

  static Traceability traceability(FactRegister register, Reference... references) {
    return traceability(register, Map.of("AC1", "text counts."), references);
  }

  static Traceability traceability(
      FactRegister register, Map<String, String> resolutions, Reference... references) {
    return new Traceability(
        List.of(new Traceability.Source(register, SPEC, resolutions, HOLDERS)),
        new References(List.of(references), List.of()));
  }
}
