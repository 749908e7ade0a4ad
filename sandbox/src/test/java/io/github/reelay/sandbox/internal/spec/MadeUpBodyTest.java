package io.github.reelay.sandbox.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value stands at its place in the states in which it counts. */
class MadeUpBodyTest {
  private static final ProviderFacts FACTS =
      new ProviderFacts(
          "made-up",
          null,
          "/v1/{id}",
          null,
          null,
          new PollingFacts(Duration.ZERO, Duration.ofSeconds(1), Duration.ofHours(1), null),
          null,
          null,
          "",
          Map.of(),
          Set.of());

  @ParameterizedTest
  @CsvSource({
    "ALWAYS, QUEUED, true",
    "ALWAYS, SUCCEEDED, true",
    "AFTER_SUCCESS, RUNNING, false",
    "AFTER_SUCCESS, SUCCEEDED, true",
    "AFTER_SUCCESS, FAILED, false",
    "UNLESS_SUCCEEDED, QUEUED, true",
    "UNLESS_SUCCEEDED, SUCCEEDED, false",
    "UNLESS_SUCCEEDED, FAILED, true",
    "AFTER_END, QUEUED, false",
    "AFTER_END, RUNNING, false",
    "AFTER_END, SUCCEEDED, true",
    "AFTER_END, FAILED, true",
    "AFTER_END, CANCELLED, true",
  })
  void standsThereWhenItCounts(Counts counts, CanonicalStatus status, boolean stands) {
    MadeUpBody body = new MadeUpBody(FACTS, status, "odd", Map.of());

    body.fill(ValuePlace.of(ValueName.UPDATED_AT, "/at").counting(counts));

    assertThat(body.root().containsKey("at")).isEqualTo(stands);
  }

  @ParameterizedTest
  @CsvSource({"SUCCEEDED, true", "FAILED, true", "CANCELLED, true", "RUNNING, false"})
  void theEndIsTheLastChangeOfATaskThatHasEnded(CanonicalStatus status, boolean stands) {
    MadeUpBody body = new MadeUpBody(FACTS, status, "odd", Map.of());

    body.fill(ValuePlace.of(ValueName.COMPLETED_AT, "/changed").counting(Counts.AFTER_END));

    assertThat(body.root().containsKey("changed")).isEqualTo(stands);
  }
}
