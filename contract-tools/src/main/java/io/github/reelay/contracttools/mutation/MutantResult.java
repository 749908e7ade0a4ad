package io.github.reelay.contracttools.mutation;

import org.jspecify.annotations.Nullable;

/**
 * What became of one mutant.
 *
 * @param mutant the changed document that the checks looked at
 * @param noticedBy the first check that noticed it; null if none did
 * @param complaint what that check says; null if none did
 * @param dependant who depends on the element, as a clause; null if nobody does
 */
record MutantResult(
    Mutant mutant,
    @Nullable Check noticedBy,
    @Nullable String complaint,
    @Nullable String dependant) {

  boolean survived() {
    return noticedBy == null;
  }

  /** Whether it survived although somebody depends on the element. */
  boolean isGap() {
    return survived() && dependant != null;
  }

  /** What to say of a gap. */
  String sentence() {
    return ("expected a check to notice that in %s.yaml %s is %s, found none, though %s; add an"
            + " example, a golden file or a deviation that shows the difference")
        .formatted(mutant.origin().provider(), mutant.element(), mutant.change(), dependant);
  }
}
