package io.github.reelay.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.Reelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

class MetricsSnippetTest {
  @Test
  void setsBoth() {
    try (Reelay reelay = reelay(new SimpleMeterRegistry(), ObservationRegistry.create())) {
      assertThat(reelay.providers().all()).isNotEmpty();
    }
  }

  private static Reelay reelay(
      MeterRegistry meterRegistry, ObservationRegistry observationRegistry) {
    // snippet:metrics
    Reelay reelay =
        Reelay.builder()
            .telemetry(new ReelayMetrics(meterRegistry))
            .telemetry(new ReelayObservations(observationRegistry)) // optional
            .build();
    // end
    return reelay;
  }
}
