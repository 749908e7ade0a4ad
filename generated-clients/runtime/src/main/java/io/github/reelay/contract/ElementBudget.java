package io.github.reelay.contract;

/** Counts the elements that are kept of all lists and maps of one body. */
final class ElementBudget {
  private final Cursor cursor;
  private final Findings findings;
  private int kept;
  private boolean isSpent;

  ElementBudget(Cursor cursor, Findings findings) {
    this.cursor = cursor;
    this.findings = findings;
  }

  /**
   * Whether the element at hand may be kept, as the first {@link BodyLimits#ELEMENTS} may; else it
   * is skipped, the first with a finding.
   */
  boolean take() {
    if (kept < BodyLimits.ELEMENTS) {
      kept++;
      return true;
    }
    if (!isSpent) {
      isSpent = true;
      findings.tooMany();
    }
    cursor.skipChildren();
    return false;
  }
}
