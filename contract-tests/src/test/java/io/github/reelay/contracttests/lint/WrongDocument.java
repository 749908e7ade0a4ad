package io.github.reelay.contracttests.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One wrong document and what its rule says of it.
 *
 * @param rule the rule
 * @param pointer the place in the good document that becomes wrong
 * @param value what is put there; missing if what stands there is taken away
 * @param complaint the one complaint
 */
record WrongDocument(Rule rule, String pointer, JsonNode value, String complaint) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A value, as JSON, is put in. */
  static WrongDocument put(Rule rule, String pointer, String value, String complaint) {
    try {
      return new WrongDocument(rule, pointer, JSON.readTree(value), complaint);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(value, wrong);
    }
  }

  /** A member is taken away. */
  static WrongDocument remove(Rule rule, String pointer, String complaint) {
    return new WrongDocument(rule, pointer, MissingNode.getInstance(), complaint);
  }

  @Override
  public String toString() {
    return rule + " at " + pointer;
  }
}
