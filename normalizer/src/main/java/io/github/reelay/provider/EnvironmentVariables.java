package io.github.reelay.provider;

import java.util.Locale;

/** The environment variables of a provider, by the name under which it is registered. */
public final class EnvironmentVariables {
  private EnvironmentVariables() {}

  /** Where its key stands: {@code REELAY_TOAPIS_API_KEY} for toapis. */
  public static String key(String provider) {
    return of(provider, "API_KEY");
  }

  /** Where its base URL stands: {@code REELAY_TOAPIS_BASE_URL} for toapis. */
  public static String baseUrl(String provider) {
    return of(provider, "BASE_URL");
  }

  private static String of(String provider, String suffix) {
    String name = provider.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return "REELAY_" + name + "_" + suffix;
  }
}
