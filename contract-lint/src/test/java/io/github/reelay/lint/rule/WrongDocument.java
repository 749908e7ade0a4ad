package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.reelay.lint.document.Yaml;

/**
 * One wrong document and what its rule says of it.
 *
 * @param rule the rule
 * @param pointer the place in the good document that becomes wrong
 * @param value what is put there; missing if what stands there is taken away
 * @param complaint the one complaint
 */
record WrongDocument(Rule rule, String pointer, JsonNode value, String complaint) {
  /** A value, as YAML, is put in. */
  static WrongDocument put(Rule rule, String pointer, String value, String complaint) {
    return new WrongDocument(rule, pointer, Yaml.read(value), complaint);
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
