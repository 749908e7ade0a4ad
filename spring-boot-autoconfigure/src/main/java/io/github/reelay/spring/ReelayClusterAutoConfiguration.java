package io.github.reelay.spring;

import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.cluster.ClusterWatcherBuilder;
import io.github.reelay.download.Downloader;
import io.github.reelay.provider.Providers;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.watch.TaskListener;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** A replica of a cluster in place of the watcher, where the store is a cluster. */
@AutoConfiguration(
    after = ReelayAutoConfiguration.class,
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(ClusterWatcher.class)
@ConditionalOnBean({Providers.class, DataSource.class})
@ConditionalOnProperty(name = "reelay.store.type", havingValue = "cluster")
public class ReelayClusterAutoConfiguration {

  /**
   * Joins the cluster in the database of the application.
   *
   * @throws IllegalArgumentException if the directory of the videos cannot be made
   */
  @Bean
  @ConditionalOnMissingBean
  public ClusterWatcher reelayClusterWatcher(
      Providers providers, DataSource database, ReelayProperties properties, ClusterParts parts) {
    ClusterWatcherBuilder builder = ClusterWatcher.builder(providers).database(database);
    if (properties.store().createSchema() != null) {
      builder.createSchema(properties.store().createSchema());
    }
    properties
        .providers()
        .forEach(
            (name, settings) ->
                builder.rules(
                    name, rules -> ReelayWatcherAutoConfiguration.changed(rules, name, settings)));
    Path directory = properties.downloads().directory();
    if (directory != null) {
      Path made = ReelayWatcherAutoConfiguration.made(directory);
      builder.whenFinished(parts.downloader().savingTo(made));
    }
    parts.addTo(builder);
    return builder.start();
  }

  /** The downloader, listeners and customizers among the beans. */
  @Bean
  ClusterParts reelayClusterParts(
      Downloader downloader,
      ObjectProvider<TaskListener> listeners,
      ObjectProvider<TelemetryListener> telemetry,
      ObjectProvider<ClusterWatcherCustomizer> customizers) {
    return new ClusterParts(downloader, listeners, telemetry, customizers);
  }

  /** Publishes ends as events of the application. */
  @Bean
  TaskEventPublisher reelayTaskEventPublisher(ApplicationEventPublisher publisher) {
    return new TaskEventPublisher(publisher);
  }

  /** Gives the tasks back before the web server stops. */
  @Bean
  WatcherLifecycle reelayLifecycle(ClusterWatcher watcher, Downloader downloader) {
    return new WatcherLifecycle(() -> {}, downloader::close, watcher::close);
  }

  /** The bean that saves the videos of a replica, and those that it uses if they are there. */
  record ClusterParts(
      Downloader downloader,
      ObjectProvider<TaskListener> listeners,
      ObjectProvider<TelemetryListener> telemetry,
      ObjectProvider<ClusterWatcherCustomizer> customizers) {

    void addTo(ClusterWatcherBuilder builder) {
      listeners.orderedStream().forEach(builder::taskListener);
      telemetry.orderedStream().forEach(builder::telemetry);
      customizers.orderedStream().forEach(change -> change.customize(builder));
    }
  }
}
