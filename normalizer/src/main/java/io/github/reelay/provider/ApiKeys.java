package io.github.reelay.provider;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads keys, and refuses a text that cannot be one. */
final class ApiKeys {
  private ApiKeys() {}

  /**
   * Reads the key of one query, and drops blanks around it.
   *
   * @throws MissingKeyException if the supplier gives null, a blank, or what no header can carry
   */
  static String read(String provider, Supplier<@Nullable String> supplier) {
    String key = supplier.get();
    if (key == null || key.isBlank()) {
      throw new MissingKeyException(provider, "none");
    }
    String stripped = key.strip();
    if (stripped.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new MissingKeyException(provider, "one with blanks or characters outside ASCII");
    }
    return stripped;
  }
}
