package io.github.reelay.drift;

import io.github.reelay.contract.Finding;

/**
 * What makes a row one of its own.
 *
 * @param provider the provider that responded
 * @param pointer without indexes
 * @param kind what differs
 */
record RowKey(String provider, String pointer, Finding.Kind kind) {
  /** Names in a body can be long; a row in memory cannot. */
  private static final int LONGEST_POINTER = 200;

  /** The row of a finding at that place. */
  static RowKey of(String provider, FindingLocation location, Finding finding) {
    return new RowKey(
        provider, ExampleText.cut(location.general(), LONGEST_POINTER), finding.kind());
  }
}
