package io.github.reelay.contracttools.facts;

import java.util.List;
import java.util.Map;

/** A small provider with two facts and one contradiction. */
final class Samples {
  static final String REGISTER =
      """
      provider: acme
      letter: A
      facts:
        A1:
          says: A task has an id.
        A2:
          says: Tasks are fun to watch.
      contradictions:
        AC1:
          says: The id is text here and a number there.
      """;

  private Samples() {}

  static FactRegister register() {
    return RegisterReader.read("acme", REGISTER);
  }

  static FactRegister registerWithoutPlaceForTheSecond() {
    return RegisterReader.read(
        "acme",
        REGISTER.replace("watch.\n", "watch.\n    not-applicable: It is a matter of taste.\n"));
  }

  static Reference inSpec(String number) {
    return new Reference(number, Reference.Kind.SPEC, "acme.yaml Task.id");
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
        List.of(new Traceability.Source(register, resolutions)),
        new References(List.of(references), List.of()));
  }
}
