package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.policy.RetryLimits;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When suspended tasks are queried after their provider is found to work again. */
class ResumptionTest {
  private static final RetryLimits HASTY =
      RetryLimits.builder().maxBadResponses(1).minBadTime(Duration.ZERO).build();

  /**
   * The first task shows after half a minute that the provider works; the second was refused a
   * second later than the first.
   */
  @ParameterizedTest
  @CsvSource({"toapis,,30", "xingchaoyiqing,,31", "toapis,600,601", "toapis,2000000000,3601"})
  void noneIsQueriedSoonerThanTheIntervalOrTheProviderAllows(
      String provider, @Nullable String retryAfter, long expectedSeconds) {
    Map<String, List<String>> headers =
        retryAfter == null ? Map.of() : Map.of("Retry-After", List.of(retryAfter));
    List<TaskHandle> tasks = WatcherFixture.tasks(provider, 2);
    TaskHandle second = tasks.get(1);
    WatcherFixture fixture =
        new WatcherFixture(
            query ->
                query.number() > 1
                    ? SimulatedResponse.of(StatusBodies.running(provider, query.handle().id(), 50))
                    : new SimulatedResponse(
                        503, query.handle().equals(second) ? headers : Map.of(), "", Duration.ZERO),
            HandleStore.inMemory(),
            builder -> builder.rules(rules -> rules.withRetryLimits(HASTY)));
    fixture.watcher.add(tasks.get(0));
    fixture.advance(Duration.ofSeconds(1));
    fixture.watcher.add(second);

    fixture.advance(Duration.ofHours(2));

    assertThat(fixture.providers.queries)
        .filteredOn(query -> query.handle().equals(second) && query.number() == 2)
        .extracting(query -> query.at().toSeconds())
        .containsExactly(expectedSeconds);
  }
}
