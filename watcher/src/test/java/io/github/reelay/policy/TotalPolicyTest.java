package io.github.reelay.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy decides in every context there can be, and always the same. */
class TotalPolicyTest {
  private static final List<Duration> DURATIONS =
      List.of(
          Duration.ZERO,
          Duration.ofNanos(1),
          Duration.ofMillis(999),
          Duration.ofSeconds(10),
          Duration.ofSeconds(600),
          Duration.ofDays(36_500),
          Duration.ofSeconds(Long.MAX_VALUE / 2),
          Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
  private static final List<FailureKind> OF_QUERIES =
      Stream.of(FailureKind.values())
          .filter(kind -> kind.group() != FailureKind.Group.TASK_END)
          .toList();

  private static final List<FailureKind> OF_TASKS =
      Stream.of(FailureKind.values()).filter(kind -> kind.canComeFrom(Origin.TASK)).toList();

  private static final List<Integer> COUNTS = List.of(0, 1, 3, 5, 62, 63, 64, 127, 1000);

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void decidesEverywhereAndTwiceTheSame(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < 400; i++) {
      PollingRules rules = rules(random);
      PollContext context = context(random);

      PollDecision decision = PollingPolicy.of(rules).decide(context);

      assertThat(PollingPolicy.of(rules).decide(context)).isEqualTo(decision);
      checkDelay(decision, rules, context.elapsed());
    }
  }

  private static void checkDelay(PollDecision decision, PollingRules rules, Duration elapsed) {
    if (decision instanceof PollDecision.PollAgain again) {
      Duration rest = rules.polling().timeout().minus(elapsed);
      assertThat(again.delay()).isLessThanOrEqualTo(rest);
      boolean allowed =
          again.delay().compareTo(rules.polling().interval()) >= 0
              || again.delay().compareTo(rules.retryLimits().maxBackOff()) == 0;
      assertThat(allowed).isTrue();
    }
  }

  private static PollingRules rules(RandomGenerator random) {
    return new PollingRules(
        new PollingDefaults(
            one(random, DURATIONS), one(random, DURATIONS), one(random, DURATIONS), null),
        RetryLimits.builder()
            .maxBadResponses(1 + one(random, COUNTS))
            .maxNotFound(1 + one(random, COUNTS))
            .maxDenials(1 + one(random, COUNTS))
            .minBadTime(one(random, DURATIONS))
            .gracePeriod(one(random, DURATIONS))
            .maxVideoMissing(one(random, COUNTS))
            .maxBackOff(one(random, DURATIONS))
            .jitter(random.nextDouble())
            .build(),
        new RateLimit(1, 1, true),
        one(random, DURATIONS));
  }

  private static PollContext context(RandomGenerator random) {
    Duration age = one(random, DURATIONS);
    Duration began = one(random, DURATIONS);
    PollHistory history =
        new PollHistory(
            one(random, COUNTS),
            one(random, COUNTS),
            one(random, COUNTS),
            one(random, COUNTS),
            one(random, COUNTS),
            one(random, COUNTS),
            random.nextBoolean(),
            began.compareTo(age) < 0 ? began : age);
    ProviderHistory provider = new ProviderHistory(random.nextBoolean(), random.nextBoolean());
    return new PollContext(
        result(random), history, one(random, DURATIONS), age, random.nextBoolean(), provider);
  }

  private static QueryResult result(RandomGenerator random) {
    FailureKind kind = one(random, OF_QUERIES);
    return switch (random.nextInt(8)) {
      case 0 -> SampleResults.running();
      case 1 -> SampleResults.succeeded();
      case 2 -> SampleResults.failed(one(random, OF_TASKS));
      case 3 -> SampleResults.none(kind);
      case 4 -> SampleResults.rateLimited();
      case 5 -> SampleResults.denial();
      case 6 -> SampleResults.challenge();
      default -> SampleResults.none(kind, one(random, DURATIONS));
    };
  }

  private static <T> T one(RandomGenerator random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
