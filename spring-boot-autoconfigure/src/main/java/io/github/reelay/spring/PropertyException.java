package io.github.reelay.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** A property has a value that cannot be used. The message names the property and no secret. */
final class PropertyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * What is wrong.
   *
   * @param sentence names the property
   * @param cause null if there is none
   */
  PropertyException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** Code that uses the value of a property. */
  @FunctionalInterface
  interface Use<T> {
    T make() throws IOException;
  }

  /**
   * Uses the value of a property.
   *
   * @throws PropertyException if the code throws; its message begins with the name of the property
   */
  static <T> T with(String property, Use<T> use) {
    try {
      return use.make();
    } catch (IllegalArgumentException | IOException | UncheckedIOException refused) {
      throw new PropertyException(property + ": " + reason(refused), refused);
    }
  }

  /** The JDK names no more than the file. */
  private static String reason(Exception refused) {
    String message = String.valueOf(refused.getMessage());
    return refused instanceof FileSystemException && !message.startsWith("expected")
        ? "expected a place in the file system that can be used, found "
            + refused.getClass().getSimpleName()
            + " at "
            + message
        : message;
  }
}
