package io.github.reelay.spring;

import io.github.reelay.download.DownloaderBuilder;
import io.github.reelay.telemetry.TelemetryListener;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Beans that a downloader uses if they are there.
 *
 * @param threads what runs downloads
 * @param telemetry hear of downloads
 * @param customizers change the builder last
 */
record DownloaderParts(
    ObjectProvider<ReelayThreads> threads,
    ObjectProvider<TelemetryListener> telemetry,
    ObjectProvider<DownloaderCustomizer> customizers) {

  /** Gives them to a builder. */
  void addTo(DownloaderBuilder builder) {
    threads.ifAvailable(given -> builder.executor(given.executor()));
    telemetry.orderedStream().forEach(builder::telemetry);
    customizers.orderedStream().forEach(change -> change.customize(builder));
  }
}
