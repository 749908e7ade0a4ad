package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.policy.RetryLimits;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that fall due together are not queried together. */
class ThunderingHerdTest {
  private static final Duration WATCHED = Duration.ofMinutes(6);
  private static final RateLimit UNLIMITED = new RateLimit(1_000_000, 1_000_000, true);

  private final VirtualScheduler time = new VirtualScheduler(Instant.EPOCH);
  private ScriptedProviders providers;

  /** Watches tasks added together for a while, with no limit but the spreading. */
  private void watch(
      String provider,
      int tasks,
      UnaryOperator<PollingRules> rules,
      Function<ScriptedProviders.Query, SimulatedResponse> script) {
    providers = new ScriptedProviders(time, script);
    Watcher watcher =
        Watcher.builder(providers.providers())
            .rules(all -> rules.apply(all.withTimeout(WATCHED).withRateLimit(UNLIMITED)))
            .scheduler(time)
            .random(new SplittableRandom(7))
            .executor(Runnable::run)
            .build();
    watcher.addAll(
        IntStream.range(0, tasks).mapToObj(i -> new TaskHandle(provider, "t-" + i)).toList());
    time.advance(WATCHED);
  }

  /** The queries of the busiest ten seconds, as a multiple of the mean. */
  private double peak(Duration from, Duration to) {
    List<Long> times =
        providers.queries.stream()
            .map(ScriptedProviders.Query::at)
            .filter(at -> at.compareTo(from) >= 0 && at.compareTo(to) < 0)
            .map(Duration::toMillis)
            .toList();
    int busiest = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= 10_000) {
        first++;
      }
      busiest = Math.max(busiest, last - first + 1);
    }
    return busiest / (times.size() * 10_000.0 / to.minus(from).toMillis());
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void aThousandTasksAddedTogetherAreSpreadOverTheInterval(String provider) {
    watch(
        provider,
        1000,
        rules -> rules,
        query -> SimulatedResponse.of(StatusBodies.running(provider, query.handle().id(), 1)));

    assertThat(peak(Duration.ZERO, WATCHED)).isLessThanOrEqualTo(1.25);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void aCommon429IsFollowedByNoHerd(String provider) {
    Duration reported = Duration.ofMinutes(2);
    watch(
        provider,
        1000,
        rules -> rules,
        query ->
            query.at().compareTo(reported) < 0
                ? SimulatedResponse.rateLimited(
                    Long.toString(reported.minus(query.at()).toSeconds() + 1))
                : SimulatedResponse.of(StatusBodies.running(provider, query.handle().id(), 1)));

    assertThat(providers.queries.stream().filter(query -> query.at().compareTo(reported) < 0))
        .hasSize(1000);
    assertThat(peak(reported, WATCHED)).isLessThanOrEqualTo(1.25);
  }

  @Test
  void withoutSpreadingTheyComeTogether() {
    watch(
        "xingchaoyiqing",
        1000,
        rules -> rules.withRateLimit(new RateLimit(1_000_000, 1_000_000, false)),
        query ->
            SimulatedResponse.of(StatusBodies.running("xingchaoyiqing", query.handle().id(), 1)));

    assertThat(peak(Duration.ZERO, WATCHED)).isGreaterThan(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 429, 0, 404, 200})
  void failingResponsesCauseHardlyMoreQueriesThanGoodOnes(int status) {
    RetryLimits endless =
        RetryLimits.builder()
            .maxBadResponses(Integer.MAX_VALUE)
            .maxNotFound(Integer.MAX_VALUE)
            .build();
    watch(
        "toapis",
        100,
        rules -> rules,
        query -> SimulatedResponse.of(StatusBodies.running("toapis", query.handle().id(), 1)));
    int good = providers.queries.size();
    watch(
        "toapis",
        100,
        rules -> rules.withRetryLimits(endless),
        query -> SimulatedResponse.of(status));

    assertThat(providers.queries).hasSizeLessThanOrEqualTo(good * 11 / 10).hasSizeGreaterThan(250);
  }

  @Test
  void aFewTasksAreQueriedImmediately() {
    watch(
        "22codex",
        10,
        rules -> rules,
        query -> SimulatedResponse.of(StatusBodies.running("22codex", query.handle().id(), 1)));

    assertThat(providers.queries.get(9).at()).isLessThan(Duration.ofMillis(1));
  }
}
