package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.Members;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.SpecSchemas;
import io.github.reelay.lint.document.SpecDocument;
import io.github.reelay.lint.rule.Rule;
import java.util.Arrays;
import java.util.stream.Stream;

/** What can be said against a document alone. */
final class SpecChecks {
  private SpecChecks() {}

  static Stream<String> lint(Spec spec) {
    if (spec.operation() == null) {
      return Stream.of("expected a get operation at " + spec.path() + ", found none");
    }
    SpecDocument linted = spec.linted();
    return Arrays.stream(Rule.values())
        .filter(rule -> rule != Rule.EXAMPLE_VALUES) // a check of its own, by another validator
        .flatMap(rule -> rule.complaints(linted).stream());
  }

  static Stream<String> examples(Spec spec) {
    SpecSchemas schemas = new SpecSchemas(spec);
    return spec.examples().stream().flatMap(example -> example(spec, schemas, example));
  }

  private static Stream<String> example(Spec spec, SpecSchemas schemas, Example example) {
    Stream<String> errors =
        schemas.errors(example.schema(), example.value()).stream()
            .map(error -> example.name() + error);
    Stream<String> undeclared =
        Members.undeclared(spec, example.schema(), example.value()).stream()
            .map(pointer -> example.name() + pointer + ": not declared");
    return Stream.concat(errors, undeclared);
  }
}
