package io.github.reelay.failure;

import java.util.Locale;

/** Whether another query can help; never a word about submitting again, which costs money. */
public enum Retry {
  /** A later query may get a response. */
  YES,
  /** The same query will be refused again. */
  NO,
  /** Nothing is known. */
  UNKNOWN;

  /** The advice as the canonical JSON writes it, such as {@code yes}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
