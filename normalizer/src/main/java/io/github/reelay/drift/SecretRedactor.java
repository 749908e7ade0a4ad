package io.github.reelay.drift;

import java.util.regex.Pattern;

/** Takes out of a text whatever looks like a secret; rather too much than too little. */
final class SecretRedactor {
  private static final String STARS = "***";

  /** Queries and fragments, of URLs and of paths alone: signatures stand there. */
  private static final Pattern QUERY = Pattern.compile("[?#][^\\s\"'<>]+");

  private static final Pattern USER = Pattern.compile("://[^/\\s@]*@");
  private static final Pattern SCHEME =
      Pattern.compile("(?i)(?<![a-z0-9])(bearer|basic|digest)[\\s:=]+\\S+");
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?:key|token|secret|passw|signature|credential|authorization|cookie|session|sig"
              + "|auth)[\\w-]{0,40})[\"']?\\s*[:=]\\s*[\"']?[^\\s\"'&;,]+");
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?i)(?<![a-z0-9])(?:(?:sk|pk|rk|ak|gh[a-z]|glpat|xox[a-z])[-_]|akia|asia|aiza|eyj"
              + "|(?:key|token|secret)[-_](?=[a-z0-9._+/=-]*[0-9]))[a-z0-9._+/=-]{6,}");
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_+=~-]{20,}");
  private static final Pattern RUN_WITH_SLASH = Pattern.compile("[A-Za-z0-9_+=~/-]{20,}");
  private static final Pattern UNBROKEN = Pattern.compile("[A-Za-z0-9]{20,}");
  private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Pattern SMALL = Pattern.compile("[a-z]");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private SecretRedactor() {}

  static String text(String text) {
    String masked = QUERY.matcher(text).replaceAll("?…");
    masked = USER.matcher(masked).replaceAll("://" + STARS + "@");
    masked = SCHEME.matcher(masked).replaceAll("$1 " + STARS);
    masked = ASSIGNED.matcher(masked).replaceAll("$1=" + STARS);
    masked = KNOWN.matcher(masked).replaceAll(STARS);
    Pattern run = masked.contains("://") || masked.startsWith("/") ? RUN : RUN_WITH_SLASH;
    return run.matcher(masked).replaceAll(found -> isRandom(found.group()) ? STARS : found.group());
  }

  /** Like no word: letters and digits without a break, or of three sorts over some length. */
  private static boolean isRandom(String run) {
    if (!DIGIT.matcher(run).find()) {
      return false;
    }
    boolean unbroken =
        UNBROKEN
            .matcher(run)
            .results()
            .anyMatch(
                part -> DIGIT.matcher(part.group()).find() && LETTER.matcher(part.group()).find());
    boolean mixed = CAPITAL.matcher(run).find() && SMALL.matcher(run).find();
    return unbroken || (run.length() >= 32 && mixed);
  }
}
