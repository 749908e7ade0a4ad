package io.github.reelay.provider;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.internal.address.BaseUrl;
import io.github.reelay.network.NetworkSettings;
import java.net.URI;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One provider for each dialect, made when it is needed, with key and base URL from outside. */
final class EnvironmentProviders implements Iterator<Provider> {
  private final Map<String, String> environment;
  private final NetworkSettings network;
  private final Iterator<Dialect> dialects;
  private final Function<Dialect, ProviderBuilder> builder;

  /**
   * Of some dialects in an environment.
   *
   * @param builder begins each of them
   * @throws IllegalArgumentException if a base URL in the environment is malformed
   */
  EnvironmentProviders(
      Map<String, String> environment,
      NetworkSettings network,
      Iterator<Dialect> dialects,
      Function<Dialect, ProviderBuilder> builder) {
    this.environment = environment;
    this.network = network;
    this.dialects = dialects;
    this.builder = builder;
    for (String variable : environment.keySet()) {
      if (EnvironmentVariables.isBaseUrl(variable)) {
        baseUrl(variable);
      }
    }
  }

  @Override
  public boolean hasNext() {
    return dialects.hasNext();
  }

  @Override
  public Provider next() {
    ProviderBuilder settings = builder.apply(dialects.next());
    String name = settings.name;
    settings.key(new EnvironmentKey(environment, name)).network(network);
    URI url = baseUrl(EnvironmentVariables.baseUrl(name));
    return url == null ? settings.build() : settings.baseUrl(url).build();
  }

  private @Nullable URI baseUrl(String variable) {
    String text = environment.get(variable);
    if (text == null || text.isBlank()) {
      return null;
    }
    URI url = BaseUrl.of(text.strip());
    if (url == null) {
      throw new IllegalArgumentException(
          "expected " + BaseUrl.EXPECTED + " in " + variable + ", found " + BaseUrl.FOUND);
    }
    return url;
  }
}
