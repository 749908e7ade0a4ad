package io.github.reelay.micrometer;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.telemetry.TelemetryListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Observes each query and each attempt at a download, which a tracer makes spans; {@link
 * ReelayObservation} lists the names. A query that a program makes is a part of the trace of its
 * thread. Those of waits and downloads begin traces of their own, because nobody waits for them on
 * a thread.
 *
 * <p>The context of a trace stays here unless {@link #propagating} sends it: a provider is another
 * company's server, which has no use for it. Video hosts never get it, because a signed URL may be
 * refused with a header that was not signed.
 */
public final class ReelayObservations implements TelemetryListener {
  private final ObservationRegistry registry;
  private final boolean propagates;

  /** Observes in that registry, and sends no context. */
  public ReelayObservations(ObservationRegistry registry) {
    this(registry, false);
  }

  private ReelayObservations(ObservationRegistry registry, boolean propagates) {
    this.registry = registry;
    this.propagates = propagates;
  }

  /**
   * The same, but sends the context of the trace with each query to a provider, in the headers that
   * the tracer uses: {@code traceparent} for W3C.
   */
  public ReelayObservations propagating() {
    return new ReelayObservations(registry, true);
  }

  @Override
  public QueryObserver queryStarted(String provider) {
    Map<String, String> headers = new ConcurrentHashMap<>();
    Observation observation = start(ReelayObservation.QUERY, provider, headers);
    return new QueryObserver() {
      @Override
      public Map<String, String> headers() {
        return propagates ? headers : Map.of();
      }

      @Override
      public void ended(QueryResult result) {
        stop(observation, QueryResults.of(result));
      }

      @Override
      public void failed(Throwable reason) {
        stop(observation, QueryResults.of(reason));
      }
    };
  }

  @Override
  public DownloadObserver downloadOpened(String provider) {
    return new DownloadObserver() {
      private @Nullable Observation running;

      @Override
      public synchronized void started() {
        running = start(ReelayObservation.DOWNLOAD, provider, new ConcurrentHashMap<>());
      }

      @Override
      public synchronized void ended(@Nullable String failure) {
        if (running != null) {
          stop(running, failure == null ? "saved" : failure);
          running = null;
        }
      }
    };
  }

  private Observation start(ReelayObservation kind, String provider, Map<String, String> headers) {
    SenderContext<Map<String, String>> context =
        new SenderContext<>((carrier, name, value) -> carrier.put(name, value), Kind.CLIENT);
    context.setCarrier(headers);
    context.setRemoteServiceName(provider);
    return Observation.createNotStarted(kind.getName(), () -> context, registry)
        .contextualName(kind.getName() + " " + provider)
        .lowCardinalityKeyValue(ReelayTag.PROVIDER.withValue(provider))
        .start();
  }

  private static void stop(Observation observation, String result) {
    observation.lowCardinalityKeyValue(ReelayTag.RESULT.withValue(result)).stop();
  }
}
