package io.github.reelay.contracttools.coverage;

import io.github.reelay.contracttools.spec.Spec;
import java.util.List;
import java.util.stream.Stream;

/** The committed pacts against the documents, as a check that other checks may run. */
public final class PactAgainstSpec {
  private PactAgainstSpec() {}

  /**
   * What the committed pact with the document's provider and that document contradict each other
   * in, and what has no interaction; one sentence each.
   */
  public static List<String> problems(Spec spec) {
    return Stream.concat(misfits(spec).stream(), coverage(spec).missing()).toList();
  }

  /** How much of each document has an interaction: one line for each. */
  public static String table(List<Spec> specs) {
    return CoverageTable.of(specs.stream().map(PactAgainstSpec::coverage).toList());
  }

  static List<String> misfits(Spec spec) {
    return Conformance.problems(Pact.of(spec.provider()), spec, Deliberate.ALL);
  }

  static Coverage coverage(Spec spec) {
    FieldsRead read = FieldsRead.by(spec.provider()).withoutCompared(spec);
    return Coverage.of(Pact.of(spec.provider()), spec, read, NotPinned.ALL);
  }
}
