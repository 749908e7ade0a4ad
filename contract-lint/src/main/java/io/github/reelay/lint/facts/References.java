package io.github.reelay.lint.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * The references that a collector found, and those that it could not count.
 *
 * @param found those that count, in the order of the source
 * @param problems one sentence for each that cannot count
 */
public record References(List<Reference> found, List<String> problems) {

  /** Copies both. */
  public References {
    found = List.copyOf(found);
    problems = List.copyOf(problems);
  }

  References and(References more) {
    List<Reference> allFound = new ArrayList<>(found);
    List<String> allProblems = new ArrayList<>(problems);
    allFound.addAll(more.found);
    allProblems.addAll(more.problems);
    return new References(allFound, allProblems);
  }
}
