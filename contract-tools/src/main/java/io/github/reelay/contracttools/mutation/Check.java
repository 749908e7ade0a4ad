package io.github.reelay.contracttools.mutation;

import java.util.function.Function;
import java.util.stream.Stream;

/** The checks that may notice a mutation, the cheapest first; each relies on those before it. */
enum Check {
  /** The document follows the rules that every document follows. */
  LINT(subject -> SpecChecks.lint(subject.spec())),
  /** The named examples fit their schemas, and show nothing undeclared. */
  EXAMPLE(subject -> SpecChecks.examples(subject.spec())),
  /** The client can be generated, and the mapper compiles against it. */
  COMPILE(subject -> subject.built().errors().stream()),
  /** The generated records read every example with the same findings, and lose nothing. */
  READING(ReadingCheck::complaints),
  /** Every example comes out as its golden canonical task. */
  GOLDEN(GoldenCheck::complaints),
  /** A body that leaves the contract on purpose leaves its findings. */
  DEVIATION(DeviationCheck::complaints),
  /** What the document requires is what is sent. */
  REQUEST(RequestMutationCheck::complaints);

  private final Function<Subject, Stream<String>> complaints;

  Check(Function<Subject, Stream<String>> complaints) {
    this.complaints = complaints;
  }

  /** What it says against the document; lazily, so that the first complaint may be enough. */
  Stream<String> complaints(Subject subject) {
    return complaints.apply(subject);
  }
}
