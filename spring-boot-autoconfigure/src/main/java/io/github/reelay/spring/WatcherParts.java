package io.github.reelay.spring;

import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.WatcherBuilder;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Beans that a watcher uses if they are there.
 *
 * @param threads what runs listeners
 * @param listeners get each event
 * @param telemetry hear of queries and tasks
 * @param customizers change the builder last
 */
record WatcherParts(
    ObjectProvider<ReelayThreads> threads,
    ObjectProvider<TaskListener> listeners,
    ObjectProvider<TelemetryListener> telemetry,
    ObjectProvider<WatcherCustomizer> customizers) {

  void addTo(WatcherBuilder builder) {
    threads.ifAvailable(given -> builder.executor(given.executor()));
    listeners.orderedStream().forEach(builder::listener);
    telemetry.orderedStream().forEach(builder::telemetry);
    customizers.orderedStream().forEach(change -> change.customize(builder));
  }
}
