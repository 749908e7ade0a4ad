package io.github.reelay.internal.document;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The known name that a misspelt one was probably meant to be. */
final class NearestName {
  private static final Pattern REFUSED = Pattern.compile("expected one of (.+), found '(.+)'");

  private NearestName() {}

  /**
   * The sentence that refuses a name.
   *
   * @param what such as {@code one of the keys}
   * @param known the names that exist, in the order in which they are listed
   * @param found the name that does not
   */
  static String refusal(String what, Collection<String> known, String found) {
    String nearest = of(known, found);
    return "expected "
        + what
        + " "
        + String.join(", ", known)
        + ", found "
        + SourceNode.quoted(found)
        + (nearest == null ? "" : "; did you mean " + nearest + "?");
  }

  /** The suggestion behind a message that lists the known names; empty if none is near. */
  static String hint(String sentence) {
    Matcher refused = REFUSED.matcher(sentence);
    if (!refused.matches()) {
      return "";
    }
    String nearest = of(List.of(refused.group(1).split(", ")), refused.group(2));
    return nearest == null ? "" : "; did you mean " + nearest + "?";
  }

  /** The known name that differs least, in a third of its letters at most; null if none does. */
  static @Nullable String of(Collection<String> known, String found) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      int distance = distance(plain(name), plain(found));
      if (distance < least && distance <= Math.max(1, (name.length() + 1) / 3)) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /** Letters alone: {@code base_url} is {@code baseUrl}. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** How many letters have to be put in, left out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
