package io.github.reelay.spring;

import io.github.reelay.micrometer.ReelayMetrics;
import io.github.reelay.micrometer.ReelayObservations;
import io.github.reelay.provider.Providers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Metrics and traces, where reelay-micrometer is on the class path. */
@AutoConfiguration(
    after = ReelayAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass({MeterRegistry.class, ReelayMetrics.class})
@ConditionalOnBean(Providers.class)
public class ReelayMetricsAutoConfiguration {

  /** Records in the registry of the application. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(MeterRegistry.class)
  public ReelayMetrics reelayMetrics(MeterRegistry registry) {
    return new ReelayMetrics(registry);
  }

  /** Observes queries and downloads, so that tracers make spans of them. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnBean(ObservationRegistry.class)
  public ReelayObservations reelayObservations(
      ObservationRegistry registry, ReelayProperties properties) {
    ReelayObservations observations = new ReelayObservations(registry);
    return properties.tracing().propagation() ? observations.propagating() : observations;
  }
}
