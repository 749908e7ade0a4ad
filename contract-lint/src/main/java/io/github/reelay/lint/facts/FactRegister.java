package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one provider documents, and what was found elsewhere.
 *
 * @param provider its name, such as {@code toapis}
 * @param letter what its numbers begin with
 * @param facts its facts, numbered from 1 without a gap
 * @param contradictions where its documentation contradicts itself, numbered likewise
 * @param evidence what other sources show, in ascending order
 * @param samples the responses that the documentation shows, leaf by leaf, by the name of the
 *     example that repeats them
 */
public record FactRegister(
    String provider,
    String letter,
    List<RegisterEntry> facts,
    List<RegisterEntry> contradictions,
    List<RegisterEntry> evidence,
    Map<String, JsonNode> samples) {

  /** Copies the collections. */
  public FactRegister {
    facts = List.copyOf(facts);
    contradictions = List.copyOf(contradictions);
    evidence = List.copyOf(evidence);
    samples = Collections.unmodifiableMap(new LinkedHashMap<>(samples));
  }

  /**
   * Reads a register.
   *
   * @param provider whose register it is
   * @param yaml its text
   * @throws IllegalArgumentException if it is not complete, or not in order; the message says where
   */
  public static FactRegister read(String provider, String yaml) {
    return RegisterReader.read(provider, yaml);
  }

  /** The name of the register's file, as messages give it. */
  String file() {
    return "facts/" + provider + ".yaml";
  }

  /** The name of the specification's file. */
  String spec() {
    return provider + ".yaml";
  }

  /** The numbers of the facts, as in {@code T1 to T69}. */
  public String range() {
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
    return entries().anyMatch(entry -> entry.number().equals(number));
  }

  private Stream<RegisterEntry> entries() {
    return Stream.of(facts, contradictions, evidence).flatMap(List::stream);
  }

  private static String range(List<RegisterEntry> registerEntries) {
    return registerEntries.isEmpty()
        ? "none"
        : registerEntries.get(0).number()
            + " to "
            + registerEntries.get(registerEntries.size() - 1).number();
  }
}
