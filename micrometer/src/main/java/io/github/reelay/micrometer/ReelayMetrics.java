package io.github.reelay.micrometer;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Records what Reelay does in a {@link MeterRegistry}; {@link ReelayMeter} lists the meters.
 *
 * <pre>{@code
 * Reelay reelay =
 *     Reelay.builder()
 *         .telemetry(new ReelayMetrics(meterRegistry))
 *         .telemetry(new ReelayObservations(observationRegistry)) // optional
 *         .build();
 * }</pre>
 */
public final class ReelayMetrics implements TelemetryListener {
  private final MeterRegistry registry;
  private final Meters meters;
  private final OpenTaskGauges openTasks;
  private final OpenDownloads openDownloads;

  /** Records in that registry; a provider's meters appear when it is first used. */
  public ReelayMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.meters = new Meters(registry);
    this.openTasks = new OpenTaskGauges(registry);
    this.openDownloads = new OpenDownloads(registry, meters);
  }

  @Override
  public QueryObserver queryStarted(String provider) {
    Timer.Sample sample = Timer.start(registry);
    return new QueryObserver() {
      @Override
      public void ended(QueryResult result) {
        sample.stop(meters.timer(ReelayMeter.QUERIES, provider, QueryResults.of(result)));
        count(provider, result);
      }

      @Override
      public void failed(Throwable reason) {
        sample.stop(meters.timer(ReelayMeter.QUERIES, provider, QueryResults.of(reason)));
      }
    };
  }

  private void count(String provider, QueryResult result) {
    FailureKind bad = QueryResults.bad(result);
    if (bad != null) {
      meters.counter(ReelayMeter.BAD_RESPONSES, provider, bad.jsonName()).increment();
    }
    for (Finding finding : result.findings()) {
      meters.counter(ReelayMeter.FINDINGS, provider, finding.kind().jsonName()).increment();
    }
  }

  @Override
  public void taskOpened(String provider) {
    openTasks.add(provider, null, 1);
  }

  @Override
  public void taskChanged(String provider, @Nullable TaskStatus before, TaskStatus now) {
    openTasks.add(provider, before, -1);
    openTasks.add(provider, now, 1);
  }

  @Override
  public void taskClosed(
      String provider, @Nullable TaskStatus last, WaitResult result, Duration age) {
    openTasks.add(provider, last, -1);
    meters.timer(ReelayMeter.ENDED_TASKS, provider, result.jsonName()).record(age);
  }

  @Override
  public DownloadObserver downloadOpened(String provider) {
    return openDownloads.open(provider);
  }

  @Override
  public void storeWritten(int handles, Duration took, @Nullable IOException failure) {
    meters.timer(ReelayMeter.STORE_WRITES, failure == null ? "written" : "failed").record(took);
  }
}
