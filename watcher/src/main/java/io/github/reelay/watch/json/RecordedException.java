package io.github.reelay.watch.json;

import org.jspecify.annotations.Nullable;

/** An exception of which only the class and the message are known, because it was read. */
final class RecordedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  RecordedException(String type, @Nullable String message) {
    super(message, null, false, false);
    this.type = type;
  }

  /** The name of the class that an exception has, or had when it was written. */
  static String type(Throwable exception) {
    return exception instanceof RecordedException recorded
        ? recorded.type
        : exception.getClass().getName();
  }

  /** The class and the message, as most exceptions show themselves. */
  @Override
  public String toString() {
    return type + (getMessage() == null ? "" : ": " + getMessage());
  }
}
