package io.github.reelay.micrometer;

import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The downloads that are not over, by provider: how many there are, and what expires first. */
final class OpenDownloads {
  private final Map<String, Set<MeteredDownload>> open = new ConcurrentHashMap<>();
  private final MeterRegistry registry;
  private final Meters meters;

  OpenDownloads(MeterRegistry registry, Meters meters) {
    this.registry = registry;
    this.meters = meters;
  }

  /** A download that is counted until it is closed. */
  DownloadObserver open(String provider) {
    Set<MeteredDownload> others = open.computeIfAbsent(provider, this::gauges);
    MeteredDownload download = new MeteredDownload(provider, others);
    others.add(download);
    return download;
  }

  private Set<MeteredDownload> gauges(String provider) {
    Set<MeteredDownload> all = ConcurrentHashMap.newKeySet();
    Gauge.builder(ReelayMeter.OPEN_DOWNLOADS.getName(), all::size)
        .tags(Meters.tags(ReelayMeter.OPEN_DOWNLOADS, provider))
        .register(registry);
    Gauge.builder(ReelayMeter.NEAREST_EXPIRY.getName(), () -> secondsLeft(all))
        .tags(Meters.tags(ReelayMeter.NEAREST_EXPIRY, provider))
        .baseUnit(ReelayMeter.NEAREST_EXPIRY.getBaseUnit())
        .register(registry);
    return all;
  }

  private double secondsLeft(Set<MeteredDownload> all) {
    double least = Double.NaN;
    for (MeteredDownload each : all) {
      Instant at = each.expiresAt;
      if (at != null) {
        double left = (at.toEpochMilli() - registry.config().clock().wallTime()) / 1000.0;
        least = Double.isNaN(least) ? left : Math.min(least, left);
      }
    }
    return least;
  }

  private final class MeteredDownload implements DownloadObserver {
    private final String provider;
    private final Set<MeteredDownload> others;
    private final Counter bytes;
    private Timer.@Nullable Sample sample;
    private volatile @Nullable Instant expiresAt;

    MeteredDownload(String provider, Set<MeteredDownload> others) {
      this.provider = provider;
      this.others = others;
      this.bytes = meters.counter(ReelayMeter.DOWNLOADED_BYTES, provider);
    }

    @Override
    public synchronized void started() {
      sample = Timer.start(registry);
    }

    @Override
    public void expires(@Nullable Instant at) {
      expiresAt = at;
    }

    @Override
    public void received(int count) {
      bytes.increment(count);
    }

    @Override
    public void ended(@Nullable String failure) {
      Timer timer =
          meters.timer(ReelayMeter.DOWNLOADS, provider, failure == null ? "saved" : failure);
      Timer.Sample begun = take();
      if (begun == null) {
        begun = Timer.start(registry);
      }
      begun.stop(timer);
    }

    private synchronized Timer.@Nullable Sample take() {
      Timer.Sample begun = sample;
      sample = null;
      return begun;
    }

    @Override
    public void closed() {
      others.remove(this);
    }
  }
}
