package io.github.reelay.provider;

/**
 * There is no usable key for a provider, or no base URL where its contract has none. Thrown before
 * any request; the message names the environment variable and never holds a key.
 */
public final class MissingKeyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private MissingKeyException(String sentence) {
    super(sentence);
  }

  MissingKeyException(String provider, String found) {
    this(
        "expected the API key of "
            + provider
            + " in "
            + EnvironmentVariables.key(provider)
            + " or from its key supplier, found "
            + found
            + "; set the variable to the key from the provider's console");
  }

  static MissingKeyException noBaseUrl(String provider) {
    return new MissingKeyException(
        "expected the base URL of "
            + provider
            + " in "
            + EnvironmentVariables.baseUrl(provider)
            + " or from its builder, found none; its contract has none for all users");
  }
}
