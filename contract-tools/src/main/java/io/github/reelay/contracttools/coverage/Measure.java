package io.github.reelay.contracttools.coverage;

import java.util.Map;
import java.util.Set;

/**
 * One thing to cover.
 *
 * @param needed what has to have an interaction, with the interaction to add where it has none
 * @param covered what has one
 */
record Measure(Map<String, String> needed, Set<String> covered) {

  /** How many are covered of those that are needed, such as {@code 7/8}. */
  String ratio() {
    return "%d/%d"
        .formatted(needed.keySet().stream().filter(covered::contains).count(), needed.size());
  }
}
