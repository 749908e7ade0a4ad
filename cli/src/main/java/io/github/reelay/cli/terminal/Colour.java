package io.github.reelay.cli.terminal;

import java.util.Map;

/** The colours of sentences, as nearly every terminal knows them. */
enum Colour {
  /** As everything else. */
  NONE(""),
  /** What has failed. */
  RED("31"),
  /** What has succeeded. */
  GREEN("32"),
  /** What may still succeed. */
  YELLOW("33"),
  /** Titles. */
  BOLD("1");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** The text in this colour, and nothing behind it. */
  String on(String text) {
    return code.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
  }

  /**
   * Whether colours are wanted where there is a terminal: it can do more than print, and {@code
   * NO_COLOR} is not set or empty (no-color.org).
   */
  static boolean areWanted(Map<String, String> env) {
    return ProgressDisplay.isAble(env) && env.getOrDefault("NO_COLOR", "").isEmpty();
  }
}
