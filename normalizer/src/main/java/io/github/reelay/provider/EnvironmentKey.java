package io.github.reelay.provider;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A provider's key in an environment, read for each query. */
final class EnvironmentKey implements Supplier<@Nullable String> {
  private final Map<String, String> environment;
  private final String variable;

  EnvironmentKey(Map<String, String> environment, String provider) {
    this.environment = environment;
    this.variable = EnvironmentVariables.key(provider);
  }

  @Override
  public @Nullable String get() {
    return environment.get(variable);
  }
}
