package io.github.reelay.lint.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterReaderTest {

  @Test
  void readsNumbersSentencesAndReasons() {
    FactRegister register = Samples.registerWithoutPlaceForTheSecond();

    assertThat(register.facts())
        .extracting(RegisterEntry::number, RegisterEntry::says, RegisterEntry::notApplicable)
        .containsExactly(
            tuple("A1", "A task has an id.", null),
            tuple("A2", "Tasks are fun to watch.", "It is a matter of taste."));
    assertThat(register.facts().get(0).words()).isEqualTo("task id");
    assertThat(register.facts().get(0).holds().get("Task.id").path("type").asText())
        .isEqualTo("string");
    assertThat(register.contradictions())
        .extracting(RegisterEntry::number, RegisterEntry::says)
        .containsExactly(tuple("AC1", "The id is text here and a number there."));
  }

  @Test
  void readsEvidenceWithItsSourceAndSamplesWithTheirDecimals() {
    FactRegister register = Samples.register();

    assertThat(register.evidence())
        .extracting(RegisterEntry::number, RegisterEntry::source)
        .containsExactly(
            tuple(
                "AE2", new RegisterEntry.Source("https://twin.example/tasks", "2026-11-21", null)));
    assertThat(register.samples().get("first").toString())
        .isEqualTo("{\"id\":\"task_1\",\"share\":0.50,\"seed\":null}");
  }

  @Test
  void refusesEvidenceThatDoesNotSayWhereOrWhen() {
    refuses(
        "where: https://twin.example/tasks",
        "where: ''",
        "expected an address as where of AE2, or a named document with the key no-address in"
            + " facts/acme.yaml, found '' without it");
    refuses(
        "seen: 2026-11-21",
        "seen: last week",
        "expected a day such as 2026-11-21 as seen of AE2 in facts/acme.yaml, found 'last week'");
    refuses(
        "  AE2:",
        "  AE02:",
        "expected an ascending number such as AE1 in facts/acme.yaml, found AE02");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the same page", "twin.example/tasks", "see https://twin.example", "https:///a b"})
  void refusesEvidenceWithoutAnAddressThatDoesNotSayWhy(String where) {
    refuses(
        "where: https://twin.example/tasks",
        "where: '" + where + "'",
        "expected an address as where of AE2, or a named document with the key no-address in"
            + " facts/acme.yaml, found '"
            + where
            + "' without it");
  }

  @Test
  void readsWhyThereIsNoAddress() {
    String yaml =
        Samples.REGISTER.replace(
            "where: https://twin.example/tasks",
            "where: the client of the twin\n    no-address: Nobody noted it.");

    assertThat(RegisterReader.read("acme", yaml).evidence().get(0).source())
        .isEqualTo(
            new RegisterEntry.Source("the client of the twin", "2026-11-21", "Nobody noted it."));
  }

  @Test
  void refusesAReasonNextToAnAddress() {
    refuses(
        "where: https://twin.example/tasks",
        "where: https://twin.example/tasks\n    no-address: Nobody noted it.",
        "expected an address as where of AE2, or a named document with the key no-address in"
            + " facts/acme.yaml, found 'https://twin.example/tasks' with it");
  }

  @Test
  void refusesAGapInTheNumbers() {
    refuses("  A2:", "  A3:", "expected A2 in facts/acme.yaml, found A3");
  }

  @Test
  void refusesAFactThatStandsTwice() {
    refuses("  A2:", "  A1:", "expected each member once, found A1 twice in line 9");
  }

  @Test
  void refusesAnotherProvider() {
    refuses(
        "provider: acme",
        "provider: other",
        "expected provider: acme in facts/acme.yaml, found provider: other");
  }

  @Test
  void refusesALetterThatIsNone() {
    refuses(
        "letter: A",
        "letter: a1",
        "expected a capital letter as letter in facts/acme.yaml, found a1");
  }

  @Test
  void refusesAFactWithoutASentence() {
    refuses(
        "says: A task has an id.",
        "says: id",
        "expected a sentence of one line that ends in a full stop as says of A1 in facts/acme.yaml,"
            + " found 'id'");
  }

  @Test
  void refusesAnEmptyReason() {
    refuses(
        "says: A task has an id.",
        "says: A task has an id.\n    not-applicable:",
        "expected a sentence of one line that ends in a full stop as not-applicable of A1 in"
            + " facts/acme.yaml, found null");
  }

  @Test
  void refusesAMemberThatItDoesNotKnow() {
    refuses(
        "says: A task has an id.",
        "says: A task has an id.\n    not_applicable: Because.",
        "expected only [deviates, holds, not-applicable, says, words] in A1 in facts/acme.yaml,"
            + " found not_applicable");
  }

  @Test
  void refusesAReasonOnAContradiction() {
    refuses(
        "number there.",
        "number there.\n    not-applicable: Because.",
        "expected only [says] in AC1 in facts/acme.yaml, found not-applicable");
  }

  @Test
  void refusesARegisterWithoutFacts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegisterReader.read("acme", "provider: acme\nletter: A"))
        .withMessage("expected A1 in facts/acme.yaml, found nothing");
  }

  private static void refuses(String right, String wrong, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(right, wrong)).withMessage(message);
  }

  private static FactRegister read(String right, String wrong) {
    return RegisterReader.read("acme", Samples.REGISTER.replace(right, wrong));
  }
}
