package io.github.reelay.internal.client;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.ProviderBuilder;
import io.github.reelay.provider.Providers;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The providers of a client: those that are given, or those of an environment. */
public final class ProviderSource {
  private @Nullable Map<String, String> environment;
  private @Nullable NetworkSettings network;
  private @Nullable Providers providers;

  /** The environment of the process, unless something else is set. */
  public ProviderSource() {}

  /** The environment in place of that of the process. */
  public void environment(Map<String, String> value) {
    environment = Objects.requireNonNull(value, "environment");
  }

  /** The network settings in place of those of the environment. */
  public void network(NetworkSettings value) {
    network = Objects.requireNonNull(value, "network");
  }

  /** Providers in place of those of the environment. */
  public void providers(Providers value) {
    providers = Objects.requireNonNull(value, "providers");
  }

  /**
   * The providers.
   *
   * @param builder begins each provider of the environment
   * @throws IllegalArgumentException if a base URL or a proxy in the environment cannot be used
   * @throws IllegalStateException if providers were given together with an environment or network
   *     settings
   */
  public Providers open(Function<Dialect, ProviderBuilder> builder) {
    if (providers == null) {
      Map<String, String> variables = environment != null ? environment : System.getenv();
      NetworkSettings settings =
          network != null ? network : NetworkSettings.ofEnvironment(variables);
      return Providers.discover(variables, settings, builder);
    }
    if (environment != null || network != null) {
      throw new IllegalStateException(
          "expected providers, or an environment with network settings, found both; give the"
              + " settings to the providers, as in Providers.discover(environment, network)");
    }
    return providers;
  }
}
