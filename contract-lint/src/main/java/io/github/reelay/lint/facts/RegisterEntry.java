package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a register.
 *
 * @param number such as {@code T47}, {@code TC2} or {@code TE10}
 * @param says the fact, the contradiction or the evidence, in one sentence of ours
 * @param words the words and figures of that sentence as they were compared with the source, see
 *     {@link SignificantWords}; empty for a contradiction
 * @param holds what is true of the elements that cite the fact, by their places
 * @param notApplicable why it lives nowhere in this project; null if it does
 * @param deviates in what Reelay does otherwise, on purpose; null if it does not
 * @param source where evidence was found; null for what the provider documents
 */
public record RegisterEntry(
    String number,
    String says,
    String words,
    Map<String, JsonNode> holds,
    @Nullable String notApplicable,
    @Nullable String deviates,
    @Nullable Source source) {

  /** Copies the map. */
  public RegisterEntry {
    holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
  }

  /**
   * Where evidence from outside the provider's documentation was found.
   *
   * @param where an address, which words about the place on the page may follow; without an address
   *     a named document
   * @param seen the day, as {@code 2026-08-20}
   * @param noAddress why there is no address; null if there is one
   */
  public record Source(String where, String seen, @Nullable String noAddress) {}
}
