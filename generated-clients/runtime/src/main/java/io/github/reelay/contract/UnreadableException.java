package io.github.reelay.contract;

import java.io.IOException;

/**
 * A body is not one complete JSON object within the {@link BodyLimits}. The message says what was
 * found instead and where; it repeats nothing of the body.
 */
public final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean beyondLimits;

  UnreadableException(String message) {
    this(message, false);
  }

  UnreadableException(String message, boolean beyondLimits) {
    super(message);
    this.beyondLimits = beyondLimits;
  }

  /** Whether the parser met a limit: perhaps a long name, so {@link WholeBody} parses again. */
  boolean isBeyondLimits() {
    return beyondLimits;
  }
}
