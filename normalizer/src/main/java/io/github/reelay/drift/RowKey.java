package io.github.reelay.drift;

import io.github.reelay.contract.Finding;

/**
 * One row for each provider, place and kind.
 *
 * @param provider the provider that responded
 * @param pointer without indexes, cut after 200 characters
 * @param kind what differs
 */
record RowKey(String provider, String pointer, Finding.Kind kind) {
  /** Names in a body can be long; a row in memory cannot. */
  private static final int LONGEST_POINTER = 200;

  static RowKey of(String provider, FindingLocation location, Finding finding) {
    return new RowKey(
        provider, ExampleText.cut(location.general(), LONGEST_POINTER), finding.kind());
  }
}
