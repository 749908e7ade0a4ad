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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ResourceLoader;

/** Makes the providers of an application. */
final class ProvidersFactory {
  private final ReelayProperties properties;
  private final SpringVariables variables;
  private final ResourceLoader resources;

  ProvidersFactory(
      ReelayProperties properties, SpringVariables variables, ResourceLoader resources) {
    this.properties = properties;
    this.variables = variables;
    this.resources = resources;
  }

  /** Those on the class path, those of documents, and those that speak the contract of another. */
  Providers make(Stream<ProviderCustomizer> customizers, Stream<TelemetryListener> listeners) {
    Providers all = discovered();
    for (Map.Entry<String, ProviderSettings> entry : properties.providers().entrySet()) {
      all = withFurther(all, entry.getKey(), entry.getValue());
    }
    List<ProviderCustomizer> changes = customizers.toList();
    List<TelemetryListener> telemetry = listeners.toList();
    return all.withSettings(
        (name, builder) -> {
          ProviderSettings settings = properties.providers().get(name);
          if (settings != null) {
            apply(property(name), settings, builder);
          }
          telemetry.forEach(builder::telemetry);
          changes.forEach(change -> change.customize(name, builder));
        });
  }

  private Providers discovered() {
    List<Dialect> documents = documents();
    try {
      return Providers.discover(variables, NetworkSettings.ofEnvironment(variables), documents);
    } catch (IllegalArgumentException malformed) {
      throw new PropertyException(variables.withProperties(malformed.getMessage()), malformed);
    }
  }

  private List<Dialect> documents() {
    List<Dialect> all = new ArrayList<>();
    for (String place : properties.dialects()) {
      all.add(PropertyException.with("reelay.dialects", () -> document(place)));
    }
    return all;
  }

  private Dialect document(String place) throws IOException {
    boolean packaged = place.startsWith(ResourceLoader.CLASSPATH_URL_PREFIX);
    return packaged
        ? Dialect.parse(
            place, resources.getResource(place).getContentAsString(StandardCharsets.UTF_8))
        : Dialect.load(Path.of(place));
  }

  private Providers withFurther(Providers all, String name, ProviderSettings settings) {
    if (settings.dialect() == null || settings.dialect().equals(name)) {
      PropertyException.with(property(name), () -> all.get(name)); // it may be misspelt
      return all;
    }
    Provider model =
        PropertyException.with(property(name) + ".dialect", () -> all.get(settings.dialect()));
    ProviderBuilder builder = model.toBuilder();
    PropertyException.with(property(name), () -> builder.name(name));
    builder.key(() -> variables.get(EnvironmentVariables.key(name)));
    String variable = EnvironmentVariables.baseUrl(name);
    String baseUrl = variables.get(variable);
    if (baseUrl != null && !baseUrl.isBlank()) {
      PropertyException.with(variables.property(variable), () -> builder.baseUrl(baseUrl));
    }
    return PropertyException.with(property(name), () -> all.with(builder.build()));
  }

  /** What the properties of a provider begin with. */
  static String property(String provider) {
    return "reelay.providers." + provider;
  }

  private static void apply(String property, ProviderSettings settings, ProviderBuilder builder) {
    if (settings.path() != null) {
      PropertyException.with(property + ".path", () -> builder.path(settings.path()));
    }
    if (settings.deadline() != null) {
      PropertyException.with(property + ".deadline", () -> builder.deadline(settings.deadline()));
    }
  }
}
