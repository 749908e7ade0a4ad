package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Spec;
import java.util.function.Consumer;

/**
 * One document with one element changed.
 *
 * @param origin the document as it is
 * @param kind says which parts of a contract the change can break
 * @param element JSON Pointer to what is changed
 * @param change what is done to it, in words
 * @param edit does it to a copy
 */
record Mutant(Spec origin, Kind kind, String element, String change, Consumer<Edit> edit) {

  Spec document() {
    Edit copy = new Edit(origin.document().deepCopy());
    edit.accept(copy);
    return new Spec(origin.provider(), copy.root());
  }

  /** Names it among all mutants: {@code toapis /servers/0/url changed to https://other.example}. */
  @Override
  public String toString() {
    return origin.provider() + " " + element + " " + change;
  }
}
