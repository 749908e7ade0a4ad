package io.github.reelay.provider;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where keys and base URLs stand in the environment, and what is said when a key is missing. */
final class Keys {
  private Keys() {}

  /** {@code REELAY_TOAPIS_API_KEY} for toapis. */
  static String keyVariable(String provider) {
    return variable(provider, "API_KEY");
  }

  /** {@code REELAY_TOAPIS_BASE_URL} for toapis. */
  static String baseUrlVariable(String provider) {
    return variable(provider, "BASE_URL");
  }

  /** Looks into the environment of this process, each time anew. */
  static Supplier<@Nullable String> ofEnvironment(String provider) {
    String variable = keyVariable(provider);
    return () -> System.getenv(variable);
  }

  private static String variable(String provider, String suffix) {
    String name = provider.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return "REELAY_" + name + "_" + suffix;
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
