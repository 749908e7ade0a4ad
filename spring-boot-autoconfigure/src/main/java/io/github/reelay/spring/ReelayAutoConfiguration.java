package io.github.reelay.spring;

import io.github.reelay.download.Downloader;
import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.provider.Providers;
import io.github.reelay.spring.ReelayProperties.DownloadProperties;
import io.github.reelay.telemetry.TelemetryListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** The providers, and what downloads videos. */
@AutoConfiguration
@ConditionalOnProperty(name = "reelay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ReelayProperties.class)
public class ReelayAutoConfiguration {
  private final Environment environment;

  /**
   * Refuses properties that do not exist.
   *
   * @throws IllegalArgumentException if there is one
   */
  public ReelayAutoConfiguration(Environment environment) {
    UnknownProperties.refuse(environment);
    this.environment = environment;
  }

  /** Those on the class path and those that properties describe. */
  @Bean
  @ConditionalOnMissingBean
  public Providers reelayProviders(
      ReelayProperties properties,
      ResourceLoader resources,
      ObjectProvider<ProviderCustomizer> customizers,
      ObjectProvider<TelemetryListener> telemetry) {
    SpringVariables variables = new SpringVariables(properties, environment);
    return new ProvidersFactory(properties, variables, resources)
        .make(customizers.orderedStream(), telemetry.orderedStream());
  }

  /** Downloads videos, those that the watcher saves too. */
  @Bean
  @ConditionalOnMissingBean
  public Downloader reelayDownloader(
      Providers providers, ReelayProperties properties, DownloaderParts parts) {
    DownloaderBuilder builder = Downloader.builder(providers);
    apply(properties.downloads(), builder);
    parts.addTo(builder);
    return builder.build();
  }

  /** The threads, listeners and customizers among the beans. */
  @Bean
  DownloaderParts reelayDownloaderParts(
      ObjectProvider<ReelayThreads> threads,
      ObjectProvider<TelemetryListener> telemetry,
      ObjectProvider<DownloaderCustomizer> customizers) {
    return new DownloaderParts(threads, telemetry, customizers);
  }

  private static void apply(DownloadProperties properties, DownloaderBuilder builder) {
    String prefix = "reelay.downloads.";
    PropertyException.with(
        prefix + "concurrency", () -> builder.concurrency(properties.concurrency()));
    PropertyException.with(
        prefix + "max-size", () -> builder.maxBytes(properties.maxSize().toBytes()));
    PropertyException.with(
        prefix + "stall-timeout", () -> builder.stallTimeout(properties.stallTimeout()));
    builder.replace(properties.replace()).allowPrivateAddresses(properties.allowPrivateAddresses());
    String userAgent = properties.userAgent();
    if (userAgent != null && !userAgent.isBlank()) {
      PropertyException.with(prefix + "user-agent", () -> builder.userAgent(userAgent));
    }
    properties
        .headers()
        .forEach(
            (name, value) ->
                PropertyException.with(
                    prefix + "headers." + name, () -> builder.header(name, value)));
  }

  /** Virtual threads, where {@code spring.threads.virtual.enabled} is set and Java has them. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnThreading(Threading.VIRTUAL)
  ReelayThreads reelayThreads() {
    return new ReelayThreads(new VirtualThreadTaskExecutor("reelay-"));
  }

  /** Beans that a downloader uses if they are there. */
  record DownloaderParts(
      ObjectProvider<ReelayThreads> threads,
      ObjectProvider<TelemetryListener> telemetry,
      ObjectProvider<DownloaderCustomizer> customizers) {

    void addTo(DownloaderBuilder builder) {
      threads.ifAvailable(given -> builder.executor(given.executor()));
      telemetry.orderedStream().forEach(builder::telemetry);
      customizers.orderedStream().forEach(change -> change.customize(builder));
    }
  }
}
