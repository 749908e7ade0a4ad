package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

class RegisterReaderTest {

  @Test
  void readsNumbersSentencesAndReasons() {
    FactRegister register = Samples.registerWithoutPlaceForTheSecond();

    assertThat(register.facts())
        .containsExactly(
            new RegisterEntry("A1", "A task has an id.", null),
            new RegisterEntry("A2", "Tasks are fun to watch.", "It is a matter of taste."));
    assertThat(register.contradictions())
        .containsExactly(new RegisterEntry("AC1", "The id is text here and a number there.", null));
  }

  @Test
  void refusesAGapInTheNumbers() {
    refuses("  A2:", "  A3:", "expected A2 in facts/acme.yaml, found A3");
  }

  @Test
  void refusesAFactThatStandsTwice() {
    assertThatThrownBy(() -> read("  A2:", "  A1:")).isInstanceOf(DuplicateKeyException.class);
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
        "expected only [not-applicable, says] in A1 in facts/acme.yaml, found not_applicable");
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
