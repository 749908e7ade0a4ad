package io.github.reelay.provider;

import java.util.Locale;

/** The environment variables of a provider, by the name under which it is registered. */
public final class EnvironmentVariables {
  private static final String PREFIX = "REELAY_";
  private static final String API_KEY = "_API_KEY";
  private static final String BASE_URL = "_BASE_URL";

  private EnvironmentVariables() {}

  /** Where its key stands: {@code REELAY_TOAPIS_API_KEY} for toapis. */
  public static String key(String provider) {
    return of(provider, API_KEY);
  }

  /** Where its base URL stands: {@code REELAY_TOAPIS_BASE_URL} for toapis. */
  public static String baseUrl(String provider) {
    return of(provider, BASE_URL);
  }

  /** Whether it is the base URL of some provider, on the class path or not. */
  static boolean isBaseUrl(String variable) {
    return variable.startsWith(PREFIX) && variable.endsWith(BASE_URL);
  }

  private static String of(String provider, String suffix) {
    StringBuilder name = new StringBuilder(provider.toUpperCase(Locale.ROOT));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        name.setCharAt(i, '_');
      }
    }
    return PREFIX + name + suffix;
  }
}
