package io.github.reelay.contracttests.pact;

import au.com.dius.pact.core.model.V4Pact;
import io.github.reelay.contracttools.pact.States;

/**
 * One interaction, and the canonical JSON that its response is read as.
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

  /** Whether a provider can produce the response, so that it is published. */
  boolean published() {
    return pact.getInteractions().get(0).getProviderStates().stream()
        .allMatch(state -> States.DOCUMENTED.equals(state.getName()));
  }

  @Override
  public String toString() {
    return test;
  }
}
