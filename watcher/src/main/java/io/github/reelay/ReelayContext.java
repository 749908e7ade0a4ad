package io.github.reelay;

import io.github.reelay.download.Downloader;
import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.internal.telemetry.Telemetry;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the watchers and downloaders of one {@link Reelay} have in common.
 *
 * @param providers who are queried
 * @param scheduler the one scheduler of all of them
 * @param rules changes the polling rules of each provider
 * @param downloads changes the settings of each downloader
 * @param listeners get each event
 * @param telemetry hears of queries, tasks and downloads; null for nobody
 * @param shares shares each provider's rate
 * @param closeTimeout how long closing waits for downloads that are under way
 */
record ReelayContext(
    Providers providers,
    Scheduler scheduler,
    UnaryOperator<PollingRules> rules,
    Consumer<DownloaderBuilder> downloads,
    List<TaskListener> listeners,
    @Nullable Telemetry telemetry,
    RateShares shares,
    Duration closeTimeout) {

  /** A builder with the common parts; who builds the watcher closes it, and the store after it. */
  WatcherBuilder watcher(HandleStore store) {
    WatcherBuilder builder =
        Watcher.builder(providers)
            .scheduler(scheduler)
            .rules(rules)
            .store(store)
            .rateShare(shares::share);
    listeners.forEach(builder::listener);
    if (telemetry != null) {
      builder.telemetry(telemetry);
    }
    return builder;
  }

  /** The providers, whose queries are reported if there is a listener. */
  Providers observedProviders() {
    return telemetry == null ? providers : providers.withTelemetry(telemetry);
  }

  Set<String> providerNames() {
    return providers.all().stream().map(Provider::name).collect(Collectors.toSet());
  }

  Downloader downloader() {
    DownloaderBuilder builder = Downloader.builder(providers);
    downloads.accept(builder);
    if (telemetry != null) {
      builder.telemetry(telemetry);
    }
    return builder.scheduler(scheduler).build();
  }
}
