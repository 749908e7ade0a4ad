package io.github.reelay.lint.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The numbers of the facts that a provider documents, such as {@code T1} to {@code T69}.
 *
 * @param letter what each number begins with
 * @param last the highest number; facts are numbered from 1 without a gap
 */
public record FactNumbers(String letter, int last) {

  /**
   * The numbers in a register.
   *
   * @param register an object with the members {@code letter} and {@code facts}
   */
  public static FactNumbers of(JsonNode register) {
    return new FactNumbers(register.path("letter").asText(), register.path("facts").size());
  }
}
