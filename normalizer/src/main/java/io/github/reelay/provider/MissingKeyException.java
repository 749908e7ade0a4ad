package io.github.reelay.provider;

/**
 * There is no usable key for a provider. Thrown before any request; the message names the
 * environment variable and never holds a key.
 */
public final class MissingKeyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  MissingKeyException(String provider, String found) {
    super(
        "expected the API key of "
            + provider
            + " in "
            + EnvironmentVariables.key(provider)
            + " or from its key supplier, found "
            + found
            + "; set the variable to the key from the provider's console");
  }
}
