package io.github.reelay.lint.facts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects from a specification's comments how its provider's contradictions are resolved. */
final class Resolutions {
  private static final Pattern COMMENT = Pattern.compile("\\s*# ?(.*)");
  private static final Pattern FIRST = Pattern.compile("([A-Z]C\\d+): (.+)");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private String current = "";

  private Resolutions() {}

  /** The text behind each {@code # TC2: …}, by number; of two for one number both. */
  static Map<String, String> in(String yaml) {
    Resolutions resolutions = new Resolutions();
    yaml.lines().forEach(resolutions::line);
    return resolutions.texts;
  }

  private void line(String line) {
    Matcher comment = COMMENT.matcher(line);
    if (!comment.matches()) {
      current = "";
      return;
    }
    Matcher first = FIRST.matcher(comment.group(1));
    String text = comment.group(1);
    if (first.matches()) {
      current = first.group(1);
      text = first.group(2);
    }
    if (!current.isEmpty()) {
      texts.merge(current, text, (before, more) -> before + " " + more);
    }
  }
}
