package io.github.reelay.contract;

import java.io.IOException;

/**
 * A body is not one complete JSON object within the {@link Limits}. The message says what was found
 * instead and where; it repeats nothing of the body.
 */
public final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
