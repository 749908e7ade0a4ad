package io.github.reelay.contract;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that a contract names for one property ({@code x-known-values}); others may come. */
public final class KnownValues {
  private final String[] each;
  private final Set<String> known;

  private KnownValues(String... each) {
    this.each = each.clone();
    this.known = Set.of(each);
  }

  /**
   * The words of one property, compared with a text in this order.
   *
   * @throws IllegalArgumentException if a word is there twice
   */
  public static KnownValues of(String... known) {
    return new KnownValues(known);
  }

  /** The words as the document writes them, in no order; unmodifiable. */
  public Set<String> known() {
    return known;
  }

  /** The known word that the buffer holds, so that no new text is made; null if it holds none. */
  @Nullable String find(char[] buffer, int offset, int length) {
    for (String word : each) {
      if (word.length() == length && matches(word, buffer, offset)) {
        return word;
      }
    }
    return null;
  }

  private static boolean matches(String word, char[] buffer, int offset) {
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) != buffer[offset + at]) {
        return false;
      }
    }
    return true;
  }
}
