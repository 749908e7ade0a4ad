package io.github.reelay.lint.facts;

import java.util.Comparator;

/**
 * One place that refers to a fact.
 *
 * @param number the number it gives
 * @param kind what refers
 * @param place where, as in {@code toapis.yaml GenerationTask.id} or {@code
 *     ToapisFactsTest.isQueriedEveryTenSeconds}
 */
public record Reference(String number, Kind kind, String place) {

  /** Specifications before tests, then by place. */
  static final Comparator<Reference> ORDER =
      Comparator.comparing(Reference::kind).thenComparing(Reference::place);

  /** What can be the home of a fact. */
  public enum Kind {
    /** An element of a specification, by {@code x-facts}. */
    SPEC,
    /** A test, by its annotation {@code Fact}. */
    TEST
  }
}
