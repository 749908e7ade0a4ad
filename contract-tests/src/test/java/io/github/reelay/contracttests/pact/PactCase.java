package io.github.reelay.contracttests.pact;

import au.com.dius.pact.core.model.V4Pact;

/**
 * One interaction, and the canonical JSON that its answer is read as.
 *
 * @param test what is tested, as the words of a method name
 * @param pact a pact with this interaction alone
 * @param json the canonical JSON; may be broken behind any comma, and indented there
 */
record PactCase(String test, V4Pact pact, String json) {

  /** The canonical JSON as one line. */
  String line() {
    return json.replaceAll("\n *", "");
  }

  @Override
  public String toString() {
    return test;
  }
}
