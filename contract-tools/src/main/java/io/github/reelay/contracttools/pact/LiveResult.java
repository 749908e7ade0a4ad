package io.github.reelay.contracttools.pact;

import java.util.List;

/**
 * What a run against one provider itself has shown.
 *
 * @param provider its name, such as {@code toapis}
 * @param verified the interactions that hold
 * @param differing those that do not
 * @param omitted those that were not queried, each with its reason
 */
public record LiveResult(
    String provider, List<String> verified, List<String> differing, List<String> omitted) {

  /** Copies the lists. */
  public LiveResult {
    verified = List.copyOf(verified);
    differing = List.copyOf(differing);
    omitted = List.copyOf(omitted);
  }

  /** Whether anything was queried. */
  public boolean wasQueried() {
    return !verified.isEmpty() || !differing.isEmpty();
  }
}
