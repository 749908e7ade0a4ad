package io.github.reelay.spring;

import io.github.reelay.provider.ProviderBuilder;

/** Changes the settings of each provider after the properties; a bean of a program. */
@FunctionalInterface
public interface ProviderCustomizer {
  /**
   * Changes a provider before it is built.
   *
   * @param name of the provider
   * @param builder with what the properties say
   */
  void customize(String name, ProviderBuilder builder);
}
