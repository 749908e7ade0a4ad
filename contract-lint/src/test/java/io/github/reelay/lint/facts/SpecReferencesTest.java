package io.github.reelay.lint.facts;

import static io.github.reelay.lint.facts.Reference.Kind.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpecReferencesTest {

  @Test
  void nameTheElementThatCites() {
    References references =
        in(
            """
            paths:
              /tasks/{id}:
                get:
                  x-facts: [A1]
                  parameters:
                    - name: id
                      x-facts: [A2]
            servers:
              - x-facts: [A1]
            components:
              schemas:
                Task:
                  properties:
                    id:
                      x-facts: [A1, A2]
            """);

    assertThat(references.problems()).isEmpty();
    assertThat(references.found())
        .containsExactly(
            new Reference("A1", SPEC, "acme.yaml operation"),
            new Reference("A2", SPEC, "acme.yaml parameters.id"),
            new Reference("A1", SPEC, "acme.yaml servers.0"),
            new Reference("A1", SPEC, "acme.yaml Task.id"),
            new Reference("A2", SPEC, "acme.yaml Task.id"));
  }

  @Test
  void nameWhereEvidenceIsCited() {
    References references =
        in(
            """
            # AE2: a comment.
            servers:
              - x-inferred: 'AE2: twins.'
            """);

    assertThat(references.found())
        .containsExactly(
            new Reference("AE2", SPEC, "acme.yaml servers.0"),
            new Reference("AE2", SPEC, "acme.yaml in a comment or a summary"));
  }

  @Test
  void leaveExamplesAlone() {
    assertThat(in("get: {example: {x-facts: [A9]}, examples: {a: {x-facts: [A9]}}}"))
        .isEqualTo(new References(List.of(), List.of()));
  }

  @Test
  void reportAFactThatTheRegisterDoesNotHave() {
    assertThat(in("servers: [{x-facts: [A1, A3]}]").problems())
        .containsExactly(
            "expected under x-facts a fact of facts/acme.yaml, A1 to A2, found A3 at acme.yaml"
                + " servers.0: correct the number or add the fact");
  }

  @Test
  void reportAContradictionCitedAsAFact() {
    assertThat(in("servers: [{x-facts: [AC1]}]").problems())
        .containsExactly(
            "expected under x-facts a fact of facts/acme.yaml, A1 to A2, found AC1 at acme.yaml"
                + " servers.0: correct the number or add the fact");
  }

  @Test
  void reportFactsAtTheRootWhichCarriesNone() {
    References references = in("x-facts: [A1, A2]");

    assertThat(references.found()).isEmpty();
    assertThat(references.problems())
        .containsExactly(
            "expected x-facts as a list of numbers at an element that carries them, found"
                + " [\"A1\",\"A2\"] at acme.yaml root");
  }

  @Test
  void reportFactsThatAreNoList() {
    assertThat(in("servers: [{x-facts: A1}]").problems())
        .containsExactly(
            "expected x-facts as a list of numbers at an element that carries them, found \"A1\" at"
                + " acme.yaml servers.0");
  }

  private static References in(String yaml) {
    return SpecReferences.in(Samples.register(), yaml);
  }
}
