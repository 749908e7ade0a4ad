package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.ShownState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens to a task: selected by the first word of its id. */
enum Scenario {
  OK,
  FAILS(ShownState.FAILED),
  REJECTED(ShownState.REJECTED),
  CANCELLED(ShownState.CANCELLED, ShownState.COMPLETED, ShownState.WITHOUT_VIDEO),
  NEVER,
  NOVIDEO,
  MISSING,
  LIMITED,
  BROKEN,
  ERROR,
  EXAMPLE;

  private static final Pattern WORD = Pattern.compile("(?:[^:]*:)?([a-z]+)(?:-(.*))?");
  private static final int VIDEO_APPEARS_AT = 3;

  private final List<ShownState> endings;

  /** One that ends with the video. */
  Scenario() {
    this(ShownState.COMPLETED, ShownState.WITHOUT_VIDEO);
  }

  Scenario(ShownState... endings) {
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
      case OK, FAILS, REJECTED, CANCELLED, MISSING, LIMITED, BROKEN, ERROR, EXAMPLE -> stepped;
    };
  }

  /** What a response shows at this stage, the preferred state first. */
  List<ShownState> shows(Stage stage, int number) {
    return switch (stage) {
      case QUEUED -> List.of(ShownState.QUEUED, ShownState.RUNNING);
      case RUNNING -> List.of(ShownState.RUNNING, ShownState.QUEUED);
      case DONE ->
          this == NOVIDEO && number < VIDEO_APPEARS_AT
              ? List.of(ShownState.WITHOUT_VIDEO, ShownState.COMPLETED)
              : endings;
    };
  }
}
