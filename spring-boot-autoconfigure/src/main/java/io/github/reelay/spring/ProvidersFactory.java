package io.github.reelay.spring;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.ProviderBuilder;
import io.github.reelay.provider.Providers;
import io.github.reelay.spring.ReelayProperties.ProviderSettings;
import io.github.reelay.telemetry.TelemetryListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the providers of an application. */
final class ProvidersFactory {
  private final ReelayProperties properties;
  private final SpringVariables variables;

  ProvidersFactory(ReelayProperties properties, SpringVariables variables) {
    this.properties = properties;
    this.variables = variables;
  }

  /** Those on the class path, those of documents, and those that speak the contract of another. */
  Providers make(Stream<ProviderCustomizer> customizers, Stream<TelemetryListener> listeners) {
    Providers all =
        Providers.discover(variables, NetworkSettings.ofEnvironment(variables), documents());
    for (Map.Entry<String, ProviderSettings> entry : properties.providers().entrySet()) {
      all = withFurther(all, entry.getKey(), entry.getValue());
    }
    List<ProviderCustomizer> changes = customizers.toList();
    List<TelemetryListener> telemetry = listeners.toList();
    return all.withSettings(
        (name, builder) -> {
          ProviderSettings settings = properties.providers().get(name);
          if (settings != null) {
            apply(settings, builder);
          }
          telemetry.forEach(builder::telemetry);
          changes.forEach(change -> change.customize(name, builder));
        });
  }

  private List<Dialect> documents() {
    List<Dialect> all = new ArrayList<>();
    for (Path file : properties.dialects()) {
      try {
        all.add(Dialect.load(file));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(
            "expected a document of a provider at " + file + " (reelay.dialects), found none",
            unreadable);
      }
    }
    return all;
  }

  private Providers withFurther(Providers all, String name, ProviderSettings settings) {
    if (settings.dialect() == null) {
      all.get(name); // a misspelt name is an error at the start
      return all;
    }
    Provider model = all.get(settings.dialect());
    ProviderBuilder builder =
        model.toBuilder().name(name).key(() -> variables.get(EnvironmentVariables.key(name)));
    if (settings.baseUrl() != null) {
      builder.baseUrl(settings.baseUrl());
    }
    return all.with(builder.build());
  }

  private static void apply(ProviderSettings settings, ProviderBuilder builder) {
    if (settings.path() != null) {
      builder.path(settings.path());
    }
    if (settings.deadline() != null) {
      builder.deadline(settings.deadline());
    }
  }
}
