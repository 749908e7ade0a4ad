package io.github.reelay.lint.facts;

import static io.github.reelay.lint.facts.Samples.citedEvidence;
import static io.github.reelay.lint.facts.Samples.inSpec;
import static io.github.reelay.lint.facts.Samples.inTest;
import static io.github.reelay.lint.facts.Samples.traceability;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceabilityChecksTest {
  private final FactRegister register = Samples.register();

  @Test
  void findNothingWhereEveryFactHasAHome() {
    assertThat(
            traceability(register, inSpec("A1"), inTest("A2"), inTest("AC1"), citedEvidence())
                .problems())
        .isEmpty();
  }

  @Test
  void findNothingWhereAFactIsNotApplicable() {
    FactRegister excused = Samples.registerWithoutPlaceForTheSecond();

    assertThat(traceability(excused, inSpec("A1"), citedEvidence()).problems()).isEmpty();
  }

  @Test
  void reportAFactWithoutAHome() {
    assertThat(traceability(register, inSpec("A1"), citedEvidence()).problems())
        .containsExactly(
            "expected a home for A2, 'Tasks are fun to watch.', found none: cite it under x-facts"
                + " in acme.yaml, put @Fact(\"A2\") on a test, or say in facts/acme.yaml why it is"
                + " not applicable");
  }

  @Test
  void reportAReferenceToAFactThatDoesNotExist() {
    assertThat(
            traceability(register, inSpec("A1"), inTest("A2"), inTest("A3"), citedEvidence())
                .problems())
        .containsExactly(
            "expected a number of a register, one of [A1 to A2], found A3 at AcmeTest.watches:"
                + " correct the number or add the fact");
  }

  @Test
  void reportAFactThatHasAHomeAndIsNotApplicable() {
    FactRegister excused = Samples.registerWithoutPlaceForTheSecond();

    assertThat(traceability(excused, inSpec("A1"), inTest("A2"), citedEvidence()).problems())
        .containsExactly(
            "expected A2 of facts/acme.yaml to live somewhere or to be not applicable, found both:"
                + " 'It is a matter of taste.' and [AcmeTest.watches]: drop the reason or the"
                + " reference");
  }

  @Test
  void reportAContradictionWithoutAResolution() {
    assertThat(
            traceability(register, Map.of(), inSpec("A1"), inTest("A2"), citedEvidence())
                .problems())
        .containsExactly(
            "expected a comment '# AC1: …' in acme.yaml on how 'The id is text here and a number"
                + " there.' is resolved, found none: write it next to the element that it"
                + " concerns");
  }

  @Test
  void reportAResolutionWithoutAContradiction() {
    Map<String, String> resolutions = Map.of("AC1", "text counts.", "AC2", "so be it.");
    Traceability traceability =
        traceability(register, resolutions, inSpec("A1"), inTest("A2"), citedEvidence());

    assertThat(traceability.problems())
        .containsExactly(
            "expected a contradiction of facts/acme.yaml, AC1 to AC1, found the comment '# AC2: …'"
                + " in acme.yaml: correct the number or add the contradiction");
  }

  @Test
  void reportADeviationWithoutATest() {
    FactRegister deviating =
        RegisterReader.read(
            "acme",
            Samples.REGISTER.replace(
                "words: Tasks fun watch", "words: Tasks fun watch\n    deviates: Some are not."));

    assertThat(traceability(deviating, inSpec("A1"), inTest("A2"), citedEvidence()).problems())
        .isEmpty();
    assertThat(traceability(deviating, inSpec("A1"), inSpec("A2"), citedEvidence()).problems())
        .containsExactly(
            "expected a test with @Fact(\"A2\") that shows how Reelay deviates, 'Some are not.' in"
                + " facts/acme.yaml, found none");
  }

  @Test
  void reportEvidenceThatNobodyCites() {
    assertThat(traceability(register, inSpec("A1"), inTest("A2")).problems())
        .containsExactly(
            "expected AE2 of facts/acme.yaml to be cited under x-inferred or in a comment of"
                + " acme.yaml, or by a test, found it nowhere; cite it, or take it out");
  }

  @Test
  void reportTwoProvidersUnderOneLetter() {
    FactRegister twin =
        RegisterReader.read("twin", Samples.REGISTER.replace("provider: acme", "provider: twin"));
    Map<String, String> resolved = Map.of("AC1", "text counts.");
    FactHolders none = new FactHolders(Map.of(), Set.of(), Map.of());
    Traceability traceability =
        new Traceability(
            List.of(
                new Traceability.Source(register, Samples.SPEC, resolved, none),
                new Traceability.Source(twin, Samples.SPEC, resolved, none)),
            new References(List.of(inSpec("A1"), inTest("A2"), citedEvidence()), List.of()));

    assertThat(traceability.problems())
        .containsExactly(
            "expected a letter of its own in facts/twin.yaml, found A, which is that of acme");
  }

  @Test
  void passOnWhatCouldNotBeCollected() {
    Traceability traceability =
        new Traceability(List.of(), new References(List.of(), List.of("expected better")));

    assertThat(traceability.problems()).containsExactly("expected better");
  }
}
