package io.github.reelay.task;

import io.github.reelay.contract.PrintableText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names one task at one provider. Its text form {@code provider:id} is safe in a log line or a
 * database column; it never holds a key.
 *
 * @param provider the name under which the provider is registered: lower-case letters, digits,
 *     dots, hyphens and underscores
 * @param id the provider's id of the task, not empty; it may contain colons, but nothing that
 *     {@link PrintableText} escapes, such as control characters
 */
public record TaskHandle(String provider, String id) {
  /** The name that was checked last; two threads may each have checked one. */
  private static @Nullable String checked;

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException if the provider is no name, or the id is empty or not
   *     printable
   */
  public TaskHandle {
    if (!isProviderName(provider) || id.isEmpty()) {
      throw malformed(provider + ":" + id);
    }
    if (!isTaskId(id)) {
      throw new IllegalArgumentException(
          "expected a task id without control characters, found '"
              + PrintableText.of(id)
              + "' for "
              + provider
              + "; use the id that the provider gave when the task was submitted");
    }
  }

  /**
   * Reads the text form, split at the first colon.
   *
   * @throws IllegalArgumentException if the text has no colon, no provider name before it or
   *     nothing printable behind it
   */
  public static TaskHandle parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw malformed(text);
    }
    return new TaskHandle(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Whether {@link #checkProviderName} accepts the name; false for null. */
  public static boolean isProviderName(@Nullable String name) {
    if (name == null || name.isEmpty() || !isLetterOrDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  /**
   * The name, if a provider can be registered under it: lower-case letters, digits, dots, hyphens
   * and underscores, with a letter or a digit first.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static String checkProviderName(String name) {
    if (name != null && name == checked) {
      return name; // the same object: a program has few names, and hands each to many tasks
    }
    if (!isProviderName(Objects.requireNonNull(name, "provider"))) {
      throw new IllegalArgumentException(
          "expected a provider name of lower-case letters, digits, dots, hyphens and underscores,"
              + " found '"
              + PrintableText.of(name)
              + "'");
    }
    checked = name;
    return name;
  }

  /** Whether a handle can hold that id: it is not empty, and printable. */
  public static boolean isTaskId(@Nullable String id) {
    return id != null && !id.isEmpty() && PrintableText.isPrintable(id);
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static IllegalArgumentException malformed(String found) {
    return new IllegalArgumentException(
        "expected a handle such as toapis:task_123, found '" + PrintableText.of(found) + "'");
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return provider + ":" + id;
  }
}
