package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All mutants of a document; what is in {@code info}, {@code x-facts} and comments stays. */
final class Mutants {
  private final Spec spec;
  private final List<Mutant> found = new ArrayList<>();

  private Mutants(Spec spec) {
    this.spec = spec;
  }

  static List<Mutant> of(Spec spec) {
    Mutants mutants = new Mutants(spec);
    new RequestMutants(mutants).add();
    new ResponseMutants(mutants).add();
    new SchemaMutants(mutants).add();
    return List.copyOf(mutants.found);
  }

  static Stream<Mutant> all() {
    return Spec.all().flatMap(spec -> of(spec).stream());
  }

  Spec spec() {
    return spec;
  }

  void add(Kind kind, String element, String change, Consumer<Edit> edit) {
    found.add(new Mutant(spec, kind, element, change, edit));
  }

  /** Adds a mutant with another description of the element, if it has one. */
  void reword(String element) {
    String words = Edit.child(element, "description");
    if (spec.document().at(words).isTextual()) {
      add(Kind.REWORD, words, "reworded", edit -> edit.put(words, "Something else."));
    }
  }
}
