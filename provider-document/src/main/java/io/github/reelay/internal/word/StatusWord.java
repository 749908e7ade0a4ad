package io.github.reelay.internal.word;

import java.util.Locale;

/** A status word in the form in which it is compared. */
public final class StatusWord {
  private StatusWord() {}

  /** The word in lower case, with blanks and hyphens as underscores. */
  public static String normalise(String word) {
    StringBuilder normal = new StringBuilder(word.strip().toLowerCase(Locale.ROOT));
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (c == '-' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        normal.setCharAt(i, '_');
      }
    }
    return normal.toString();
  }
}
