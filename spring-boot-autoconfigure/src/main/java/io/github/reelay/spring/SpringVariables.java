package io.github.reelay.spring;

import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.EnvironmentVariables;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The variables that Reelay reads, as the properties have them, else as Spring's environment does.
 * A blank property counts as absent, as in {@code api-key: ${KEY:}}. Each is looked up when it is
 * needed, so that a key can be rotated.
 */
final class SpringVariables extends AbstractMap<String, String> {
  private final Map<String, String> values = new HashMap<>();

  /** The property that has the value of a variable. */
  private final Map<String, String> properties = new HashMap<>();

  private final Environment environment;

  SpringVariables(ReelayProperties all, Environment environment) {
    this.environment = environment;
    all.providers()
        .forEach(
            (name, provider) -> {
              String prefix = ProvidersFactory.property(name);
              put(EnvironmentVariables.key(name), prefix + ".api-key", provider.apiKey());
              put(EnvironmentVariables.baseUrl(name), prefix + ".base-url", provider.baseUrl());
            });
    put(NetworkSettings.PROXY, "reelay.network.proxy", all.network().proxy());
    put(NetworkSettings.NO_PROXY, "reelay.network.no-proxy", all.network().noProxy());
  }

  private void put(String name, String property, @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      values.put(name, value.toString());
      properties.put(name, property);
    }
  }

  /** The property that a variable is read from; its own name if none has a value. */
  String property(String variable) {
    return properties.getOrDefault(variable, variable);
  }

  /** A sentence about variables, with the properties that stand for them. */
  String withProperties(@Nullable String sentence) {
    String changed = String.valueOf(sentence);
    for (Map.Entry<String, String> each : properties.entrySet()) {
      String property = Matcher.quoteReplacement(each.getValue());
      changed = changed.replaceAll("\\b" + each.getKey() + "\\b", property);
    }
    return changed;
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    String value = values.get(name);
    return value != null || name == null ? value : environment.getProperty(name.toString());
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return values.entrySet();
  }
}
