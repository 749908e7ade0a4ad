package io.github.reelay.internal;

import org.jspecify.annotations.Nullable;

/**
 * Blanks in texts of responses, nearly all of which have none around them. The first and the last
 * character show that, without the loops of {@link String}: these methods are short enough for the
 * compiler to inline wherever a member of a task is read.
 */
public final class Texts {
  private Texts() {}

  /** Whether the text is null, empty or blank. */
  public static boolean saysNothing(@Nullable String text) {
    return text == null || text.isEmpty() || (!isUsual(text.charAt(0)) && text.isBlank());
  }

  /** As {@link String#strip}. */
  public static String stripped(String text) {
    return isUsual(text, 0) && isUsual(text, text.length() - 1) ? text : text.strip();
  }

  /** Whether there is a character at that place, and it is one that nothing takes for a blank. */
  public static boolean isUsual(String text, int at) {
    return at >= 0 && at < text.length() && isUsual(text.charAt(at));
  }

  private static boolean isUsual(char c) {
    return c > ' ' && c <= '~';
  }
}
