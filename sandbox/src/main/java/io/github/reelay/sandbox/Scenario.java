package io.github.reelay.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to a task: selected by the first word of its id. */
enum Scenario {
  OK("completed"),
  FAILS("failed"),
  REJECTED("rejected", "failed"),
  CANCELLED("cancelled", "completed"),
  NEVER("completed"),
  NOVIDEO("completed"),
  MISSING("completed"),
  LIMITED("completed"),
  BROKEN("completed"),
  ERROR("completed"),
  EXAMPLE("completed");

  private static final Pattern WORD = Pattern.compile("(?:[^:]*:)?([a-z]+)(?:-(.*))?");
  private static final int VIDEO_APPEARS_AT = 3;

  private final List<String> endings;

  Scenario(String... endings) {
    this.endings = List.of(endings);
  }

  static Scenario of(String id) {
    String word = part(id, 1);
    return Arrays.stream(values())
        .filter(scenario -> scenario.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(OK);
  }

  /** What follows the word and its dash; empty for nothing. */
  static String rest(String id) {
    return part(id, 2);
  }

  private static String part(String id, int group) {
    Matcher word = WORD.matcher(id);
    return word.matches() && word.group(group) != null ? word.group(group) : "";
  }

  /** The stage that a response of this scenario shows when the progression is at the given one. */
  Stage stage(Stage stepped) {
    return switch (this) {
      case NOVIDEO -> Stage.DONE;
      case NEVER -> stepped == Stage.DONE ? Stage.RUNNING : stepped;
      default -> stepped;
    };
  }

  /** The names of the examples that show this stage, the preferred one first. */
  List<String> examples(Stage stage, int before) {
    return switch (stage) {
      case QUEUED -> List.of("queued");
      case RUNNING -> List.of("running");
      case DONE ->
          this == NOVIDEO && before < VIDEO_APPEARS_AT
              ? List.of("completed-without-video", "completed")
              : endings;
    };
  }
}
