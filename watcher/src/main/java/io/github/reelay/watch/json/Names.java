package io.github.reelay.watch.json;

import java.util.Locale;

/** The names of kinds in JSON. */
final class Names {
  private Names() {}

  /** The constant in lower case with hyphens, such as {@code download-started}. */
  static String of(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
