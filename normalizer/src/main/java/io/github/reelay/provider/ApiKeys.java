package io.github.reelay.provider;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads keys, and refuses what is none. */
final class ApiKeys {
  private ApiKeys() {}

  /** Looks into the environment of this process, each time anew. */
  static Supplier<@Nullable String> ofEnvironment(String provider) {
    String variable = EnvironmentVariables.key(provider);
    return () -> System.getenv(variable);
  }

  /**
   * The key, read now.
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
