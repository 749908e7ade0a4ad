package io.github.reelay.spring;

import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.EnvironmentVariables;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The variables that Reelay reads, as the properties have them, else as Spring's environment does.
 * Each is looked up when it is needed, so that a key can be rotated.
 */
final class SpringVariables extends AbstractMap<String, String> {
  private final Map<String, String> properties = new HashMap<>();
  private final Environment environment;

  SpringVariables(ReelayProperties all, Environment environment) {
    this.environment = environment;
    all.providers()
        .forEach(
            (name, provider) -> {
              put(EnvironmentVariables.key(name), provider.apiKey(), properties);
              put(EnvironmentVariables.baseUrl(name), provider.baseUrl(), properties);
            });
    put(NetworkSettings.PROXY, all.network().proxy(), properties);
    put(NetworkSettings.NO_PROXY, all.network().noProxy(), properties);
  }

  private static void put(String name, @Nullable Object value, Map<String, String> properties) {
    if (value != null) {
      properties.put(name, value.toString());
    }
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    String value = properties.get(name);
    return value != null || name == null ? value : environment.getProperty(name.toString());
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return properties.entrySet();
  }
}
