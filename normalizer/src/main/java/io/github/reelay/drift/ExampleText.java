package io.github.reelay.drift;

import java.util.List;

/** A value as it may be shown to people: on one line, short, without secrets. */
final class ExampleText {
  private static final int LONGEST = 60;

  /** What is looked at of a long text: enough for what is shown of it after masking. */
  private static final int LOOKED_AT = 1_000;

  private static final String CONTROLS = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\x{200c}\\x{200d}]]";

  private ExampleText() {}

  /** Masked whole if secret, by its length if prose or JSON, else in quotes with secrets masked. */
  static String text(String value, Sensitivity sensitivity) {
    return switch (sensitivity) {
      case SECRET -> "***";
      case PROSE -> length(value);
      case OPEN -> isJson(value) ? length(value) : '"' + plain(value) + '"';
    };
  }

  private static String length(String value) {
    return "<text of " + value.codePointCount(0, value.length()) + " characters>";
  }

  /** Such a text has members of its own, prompts perhaps. */
  private static boolean isJson(String value) {
    String stripped = value.stripLeading();
    return stripped.startsWith("{") || stripped.startsWith("[");
  }

  /** A number, true, false or null, as it is written. */
  static String literal(String value, Sensitivity sensitivity) {
    return sensitivity == Sensitivity.SECRET && !value.equals("null") ? "***" : cut(value, LONGEST);
  }

  /** An object by the names of its members. */
  static String object(List<String> members, Sensitivity sensitivity) {
    return sensitivity == Sensitivity.SECRET
        ? "***"
        : "<object: " + plain(String.join(", ", members)) + ">";
  }

  /** An array by its length. */
  static String array(int length) {
    return "<array of " + length + ">";
  }

  private static String plain(String value) {
    String beginning = value;
    if (value.length() > LOOKED_AT) {
      // The last word may be half a secret, which no pattern knows.
      beginning = value.substring(0, LOOKED_AT).replaceFirst("\\s\\S*+$", " …");
    }
    return cut(harmless(SecretRedactor.text(beginning)), LONGEST);
  }

  /** Without the characters that steer a terminal. */
  static String harmless(String text) {
    return text.replaceAll(CONTROLS, "?");
  }

  /** At most {@code longest} code points, of which the last is an ellipsis if something is cut. */
  static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
