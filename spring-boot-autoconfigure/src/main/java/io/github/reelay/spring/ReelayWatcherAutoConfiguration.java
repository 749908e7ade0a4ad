package io.github.reelay.spring;

import io.github.reelay.download.Downloader;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.Providers;
import io.github.reelay.spring.ReelayProperties.ProviderSettings;
import io.github.reelay.spring.ReelayProperties.StoreProperties;
import io.github.reelay.spring.ReelayProperties.StoreType;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** The watcher of an application that shares its tasks with no other, and its handle store. */
@AutoConfiguration(after = {ReelayAutoConfiguration.class, ReelayClusterAutoConfiguration.class})
@ConditionalOnBean(Providers.class)
@ConditionalOnMissingBean(type = "io.github.reelay.cluster.ClusterWatcher")
public class ReelayWatcherAutoConfiguration {
  private final ReelayProperties properties;

  ReelayWatcherAutoConfiguration(ReelayProperties properties) {
    this.properties = properties;
  }

  /**
   * The memory, or a journal if there is a file for it.
   *
   * @throws IllegalArgumentException if the file cannot be used, or another process has it
   */
  @Bean
  @ConditionalOnMissingBean
  public HandleStore reelayHandleStore() {
    StoreProperties store = properties.store();
    if (store.type() == StoreType.CLUSTER) {
      throw new PropertyException(
          "expected reelay-cluster on the class path and a DataSource for"
              + " reelay.store.type=cluster, found that one of them is missing",
          null);
    }
    Path file = store.file();
    if (store.type() == StoreType.MEMORY || (store.type() == null && file == null)) {
      return HandleStore.inMemory();
    }
    if (file == null) {
      throw new PropertyException(
          "expected reelay.store.file for reelay.store.type=journal, found none", null);
    }
    return PropertyException.with("reelay.store.file", () -> JournalHandleStore.open(file));
  }

  /**
   * Watches tasks, and saves their videos if there is a directory for them.
   *
   * @throws IllegalArgumentException if the directory cannot be made
   */
  @Bean
  @ConditionalOnMissingBean
  public Watcher reelayWatcher(
      Providers providers, HandleStore store, Downloader downloader, WatcherParts parts) {
    WatcherBuilder builder = Watcher.builder(providers).store(store);
    properties.providers().forEach((name, settings) -> apply(name, settings, builder));
    Path directory = properties.downloads().directory();
    if (directory != null) {
      builder.saveVideos(downloader, made(directory));
    }
    parts.addTo(builder);
    return builder.build();
  }

  /** The directory of the videos, which is made if it is missing. */
  static Path made(Path directory) {
    return PropertyException.with(
        "reelay.downloads.directory", () -> Files.createDirectories(directory));
  }

  private static void apply(String name, ProviderSettings settings, WatcherBuilder builder) {
    builder.rules(name, rules -> changed(rules, name, settings));
  }

  /** The rules as the properties of a provider have them. */
  static PollingRules changed(PollingRules rules, String name, ProviderSettings settings) {
    String prefix = ProvidersFactory.property(name);
    PollingRules changed =
        changed(rules, prefix + ".interval", settings.interval(), PollingRules::withInterval);
    changed = changed(changed, prefix + ".timeout", settings.timeout(), PollingRules::withTimeout);
    return changed(
        changed,
        prefix + ".max-per-second",
        settings.maxPerSecond(),
        ReelayWatcherAutoConfiguration::withMaxPerSecond);
  }

  private static <T> PollingRules changed(
      PollingRules rules,
      String property,
      @Nullable T value,
      BiFunction<PollingRules, T, PollingRules> change) {
    return value == null
        ? rules
        : PropertyException.with(property, () -> change.apply(rules, value));
  }

  private static PollingRules withMaxPerSecond(PollingRules rules, int maxPerSecond) {
    RateLimit limit = rules.rateLimit();
    return rules.withRateLimit(new RateLimit(maxPerSecond, limit.maxConcurrent(), limit.smooth()));
  }

  /** The listeners and customizers among the beans. */
  @Bean
  WatcherParts reelayWatcherParts(
      ObjectProvider<ReelayThreads> threads,
      ObjectProvider<TaskListener> listeners,
      ObjectProvider<TelemetryListener> telemetry,
      ObjectProvider<WatcherCustomizer> customizers) {
    return new WatcherParts(threads, listeners, telemetry, customizers);
  }

  /** Publishes ends and downloads as events of the application. */
  @Bean
  TaskEventPublisher reelayTaskEventPublisher(ApplicationEventPublisher publisher) {
    return new TaskEventPublisher(publisher);
  }

  /** Resumes what the store has, and stops before the web server does. */
  @Bean
  WatcherLifecycle reelayLifecycle(Watcher watcher, Downloader downloader) {
    return new WatcherLifecycle(
        () -> {
          if (properties.resume()) {
            watcher.resume();
          }
        },
        downloader::close,
        watcher::stop);
  }
}
