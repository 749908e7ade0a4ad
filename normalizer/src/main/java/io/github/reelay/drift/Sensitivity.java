package io.github.reelay.drift;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names on the way to a value say about showing it. */
enum Sensitivity {
  /** It may be shown, without the secrets in it. */
  OPEN,
  /** Text of a person: only its length is shown. */
  PROSE,
  /** A secret: nothing is shown. */
  SECRET;

  private static final Pattern SECRETS =
      Pattern.compile(
          "key|token|secret|passw|credential|authori[sz]ation|signature|cookie|session|bearer"
              + "|^(auth|sig|sign|pwd)$");
  private static final Pattern WORDS =
      Pattern.compile("prompt|title|message|msg|caption|description");

  /** Too common to say something of what is inside. */
  private static final Set<String> WORDS_THEMSELVES = Set.of("text", "content", "input");

  /** The strictest of what the names say, from the outside in. */
  static Sensitivity of(List<String> names) {
    Sensitivity strictest = OPEN;
    for (int i = 0; i < names.size(); i++) {
      Sensitivity own = of(names.get(i).toLowerCase(Locale.ROOT), i == names.size() - 1);
      strictest = own.compareTo(strictest) > 0 ? own : strictest;
    }
    return strictest;
  }

  private static Sensitivity of(String name, boolean last) {
    if (SECRETS.matcher(name).find()) {
      return SECRET;
    }
    boolean words = WORDS.matcher(name).find() || (last && WORDS_THEMSELVES.contains(name));
    return words ? PROSE : OPEN;
  }
}
