package io.github.reelay.cli;

import java.util.Locale;

/** The environment variables that the normalizer reads, to be named to people. */
final class Variables {
  private Variables() {}

  static String key(String provider) {
    return of(provider, "API_KEY");
  }

  static String baseUrl(String provider) {
    return of(provider, "BASE_URL");
  }

  private static String of(String provider, String suffix) {
    String name = provider.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return "REELAY_" + name + "_" + suffix;
  }
}
