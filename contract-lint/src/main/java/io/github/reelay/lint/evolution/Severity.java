package io.github.reelay.lint.evolution;

import java.util.Locale;

/** How much a change of a contract demands of those who read the responses, least first. */
enum Severity {
  /** The documents say the same. */
  NONE,
  /** Other words, or a narrower promise: every response of the new document fits the old one. */
  PATCH,
  /** Something more that may be used, and that nobody has to look at. */
  MINOR,
  /** Code that was right may now be wrong, or may no longer compile. */
  BREAKING;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
