package io.github.reelay.contract;

import java.util.Set;

/**
 * The words that a contract names for one property ({@code x-known-values}); others may come.
 *
 * @param known the words as they are documented
 */
public record Words(Set<String> known) {

  /** Copies the words. */
  public Words {
    known = Set.copyOf(known);
  }

  /** The words that are named. */
  public static Words of(String... known) {
    return new Words(Set.of(known));
  }
}
