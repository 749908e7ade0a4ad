package io.github.reelay.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.reelay.provider.Provider;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.RecordedRequest;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.telemetry.TelemetryListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The spans that OpenTelemetry gets, and what providers see of them. */
@Timeout(60)
class ReelayObservationsTest {
  private final List<SpanData> spans = new CopyOnWriteArrayList<>();
  private final ObservationRegistry registry = registry();

  @TempDir private Path folder;

  private ObservationRegistry registry() {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter()))
            .build();
    Tracer tracer = provider.get("test");
    OtelTracer bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
    ContextPropagators w3c = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
    ObservationRegistry made = ObservationRegistry.create();
    made.observationConfig()
        .observationHandler(
            new ObservationHandler.FirstMatchingCompositeObservationHandler(
                new PropagatingSenderTracingObservationHandler<>(
                    bridge, new OtelPropagator(w3c, tracer)),
                new DefaultTracingObservationHandler(bridge)));
    return made;
  }

  private SpanExporter exporter() {
    return new SpanExporter() {
      @Override
      public CompletableResultCode export(Collection<SpanData> ended) {
        spans.addAll(ended);
        return CompletableResultCode.ofSuccess();
      }

      @Override
      public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
      }

      @Override
      public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
      }
    };
  }

  /** Queries a task in a trace of the program, and returns what the provider saw. */
  private RecordedRequest query(TelemetryListener listener) {
    try (Sandbox sandbox = Sandbox.builder().start();
        Provider toapis =
            Provider.builder(new ToapisDialect())
                .baseUrl(sandbox.baseUrl("toapis"))
                .key(() -> sandbox.apiKey("toapis"))
                .telemetry(listener)
                .build()) {
      Observation.createNotStarted("program", registry).observe(() -> toapis.query("ok-1"));
      return sandbox.requests().get(0);
    }
  }

  @Test
  void aQueryIsASpanOfTheTraceOfItsThread() {
    query(new ReelayObservations(registry));

    assertThat(spans)
        .extracting(SpanData::getName)
        .containsExactly("reelay.query toapis", "program");
    SpanData query = spans.get(0);
    assertThat(query.getTraceId()).isEqualTo(spans.get(1).getTraceId());
    assertThat(query.getParentSpanId()).isEqualTo(spans.get(1).getSpanId());
    assertThat(query.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(query.getAttributes().get(AttributeKey.stringKey("provider"))).isEqualTo("toapis");
    assertThat(query.getAttributes().get(AttributeKey.stringKey("result"))).isEqualTo("found");
  }

  @Test
  void theProviderSeesNoTraceUnlessThatIsConfigured() {
    RecordedRequest silent = query(new ReelayObservations(registry));
    RecordedRequest reported = query(new ReelayObservations(registry).propagating());

    assertThat(silent.headers()).doesNotContainKey("Traceparent");
    SpanData span = spans.get(2);
    assertThat(reported.headers().get("Traceparent"))
        .singleElement(STRING)
        .matches("00-" + span.getTraceId() + "-" + span.getSpanId() + "-0[13]");
  }

  @Test
  void aDownloadIsASpanAndNoAttributeNamesTheTask() {
    Exercise.run(new ReelayObservations(registry).propagating(), folder);

    assertThat(spans).extracting(SpanData::getName).contains("reelay.download toapis");
    assertThat(spans.toString()).doesNotContain("secret").doesNotContain("127.0.0.1");
  }

  @Test
  void withoutAHandlerNothingIsSent() {
    assertThat(query(new ReelayObservations(ObservationRegistry.NOOP).propagating()).headers())
        .doesNotContainKey("Traceparent");
  }
}
