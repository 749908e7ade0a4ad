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
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** The providers, and what downloads videos. */
@AutoConfiguration
@ConditionalOnProperty(name = "reelay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ReelayProperties.class)
public class ReelayAutoConfiguration {

  /** Those on the class path and those that properties describe. */
  @Bean
  @ConditionalOnMissingBean
  public Providers reelayProviders(
      ReelayProperties properties,
      Environment environment,
      ObjectProvider<ProviderCustomizer> customizers,
      ObjectProvider<TelemetryListener> telemetry) {
    return new ProvidersFactory(properties, new SpringVariables(properties, environment))
        .make(customizers.orderedStream(), telemetry.orderedStream());
  }

  /** Downloads videos, those that the watcher saves too. */
  @Bean
  @ConditionalOnMissingBean
  public Downloader reelayDownloader(
      Providers providers,
      ReelayProperties properties,
      ObjectProvider<ReelayThreads> threads,
      ObjectProvider<DownloaderCustomizer> customizers,
      ObjectProvider<TelemetryListener> telemetry) {
    DownloaderBuilder builder = Downloader.builder(providers);
    apply(properties.downloads(), builder);
    threads.ifAvailable(given -> builder.executor(given.executor()));
    telemetry.orderedStream().forEach(builder::telemetry);
    customizers.orderedStream().forEach(change -> change.customize(builder));
    return builder.build();
  }

  private static void apply(DownloadProperties properties, DownloaderBuilder builder) {
    builder
        .concurrency(properties.concurrency())
        .maxBytes(properties.maxSize().toBytes())
        .stallTimeout(properties.stallTimeout())
        .replace(properties.replace())
        .allowPrivateAddresses(properties.allowPrivateAddresses());
    if (properties.userAgent() != null) {
      builder.userAgent(properties.userAgent());
    }
    properties.headers().forEach(builder::header);
  }

  /** Virtual threads, where {@code spring.threads.virtual.enabled} is set and Java has them. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnThreading(Threading.VIRTUAL)
  ReelayThreads reelayThreads() {
    return new ReelayThreads(new VirtualThreadTaskExecutor("reelay-"));
  }
}
