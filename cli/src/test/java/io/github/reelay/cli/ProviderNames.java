package io.github.reelay.cli;

import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.util.List;
import java.util.Map;

/** The providers that the command finds. */
public final class ProviderNames {
  private ProviderNames() {}

  /** All of them, in their order. */
  public static List<String> all() {
    try (Providers providers = Providers.discover(Map.of())) {
      return providers.all().stream().map(Provider::name).toList();
    }
  }

  /** For each of them a handle of a task that succeeds. */
  public static List<String> handles() {
    return all().stream().map(name -> name + ":sora-2:ok-1").toList();
  }

  /** What the command says of a name that no provider has. */
  public static String expected(String found) {
    return "expected one of the providers " + String.join(", ", all()) + ", found '" + found + "'";
  }
}
