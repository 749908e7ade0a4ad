package io.github.reelay.contracttests.facts;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one provider documents.
 *
 * @param provider the provider's name
 * @param letter what its numbers begin with
 * @param facts its facts, numbered from 1 without a gap
 * @param contradictions where its documentation contradicts itself, numbered likewise
 */
record FactRegister(
    String provider, String letter, List<RegisterEntry> facts, List<RegisterEntry> contradictions) {

  /** The name of the register's file, as messages give it. */
  String file() {
    return "facts/" + provider + ".yaml";
  }

  /** The name of the specification's file. */
  String spec() {
    return provider + ".yaml";
  }

  /** The numbers of the facts, as in {@code T1 to T69}. */
  String range() {
    return range(facts);
  }

  /** The numbers of the contradictions, as in {@code TC1 to TC18}. */
  String contradictionRange() {
    return range(contradictions);
  }

  boolean hasFact(String number) {
    return facts.stream().anyMatch(fact -> fact.number().equals(number));
  }

  boolean has(String number) {
    return Stream.concat(facts.stream(), contradictions.stream())
        .anyMatch(registerEntry -> registerEntry.number().equals(number));
  }

  private static String range(List<RegisterEntry> registerEntries) {
    return registerEntries.isEmpty()
        ? "none"
        : registerEntries.get(0).number()
            + " to "
            + registerEntries.get(registerEntries.size() - 1).number();
  }
}
