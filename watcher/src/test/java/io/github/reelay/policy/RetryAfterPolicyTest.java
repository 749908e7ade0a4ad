package io.github.reelay.policy;

import static io.github.reelay.policy.SampleResults.again;
import static io.github.reelay.policy.SampleResults.decision;
import static io.github.reelay.policy.SampleResults.none;
import static io.github.reelay.policy.SampleResults.rateLimited;
import static io.github.reelay.policy.SampleResults.running;
import static io.github.reelay.policy.SampleResults.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a wait is stretched, and when it is over; X29, T45. */
class RetryAfterPolicyTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());

  @ParameterizedTest
  @CsvSource({"0,10", "1,10", "9,10", "10,10", "11,11", "37,37", "119,119", "600,600"})
  void isObeyedExactlyButNeverBelowTheInterval(long reported, long delay) {
    Duration retryAfter = Duration.ofSeconds(reported);

    assertThat(decision(TOAPIS, none(FailureKind.RATE_LIMITED, retryAfter)))
        .isEqualTo(again(delay));
    assertThat(decision(TOAPIS, none(FailureKind.PROVIDER_ERROR, retryAfter)))
        .isEqualTo(again(delay));
  }

  @ParameterizedTest
  @ValueSource(longs = {601, 86_400, 999_999_999_999_999_999L, Long.MAX_VALUE})
  void endsAWaitImmediatelyWhenItLiesBeyondTheTimeout(long reported) {
    Duration retryAfter = Duration.ofSeconds(reported);

    assertThat(decision(TOAPIS, none(FailureKind.RATE_LIMITED, retryAfter)))
        .isEqualTo(new PollDecision.GiveUp(retryAfter));
  }

  /** The first rate limit doubles the interval, each further one what was before. */
  @ParameterizedTest
  @MethodSource("installed")
  void isDoubledFromTheIntervalUpToTwoMinutesWhereItIsAbsent(Dialect dialect) {
    PollingRules rules = PollingRules.of(dialect.profile());
    long delay = dialect.profile().polling().interval().toSeconds();

    for (int inARow = 1; inARow <= 12; inARow++) {
      delay = Math.min(2 * delay, 120);
      assertThat(decision(rules, times(inARow, rateLimited())))
          .as("%d in a row", inARow)
          .isEqualTo(again(delay));
    }
    assertThat(decision(rules, times(99, rateLimited()))).isEqualTo(again(120));
  }

  @ParameterizedTest
  @CsvSource({"1,20", "2,40", "3,80", "4,120", "5,120", "99,120"})
  void isDoubledFromTenSeconds(int inARow, long delay) {
    assertThat(decision(TOAPIS, times(inARow, rateLimited()))).isEqualTo(again(delay));
  }

  static Stream<Dialect> installed() {
    return StreamSupport.stream(Dialect.installed().spliterator(), false);
  }

  @Test
  void doublingStartsOverAfterAnyOtherResponse() {
    assertThat(decision(TOAPIS, rateLimited(), rateLimited(), running(), rateLimited()))
        .isEqualTo(again(20));
    assertThat(
            decision(
                TOAPIS,
                rateLimited(),
                rateLimited(),
                none(FailureKind.PROVIDER_ERROR),
                rateLimited()))
        .isEqualTo(again(20));
  }

  @Test
  void anIntervalOfNothingStillBacksOff() {
    assertThat(decision(TOAPIS.withInterval(Duration.ZERO), rateLimited())).isEqualTo(again(2));
  }

  @Test
  void anIntervalAboveTheLimitIsNotShortenedByIt() {
    PollingRules slow = TOAPIS.withInterval(Duration.ofSeconds(200));

    assertThat(decision(slow, rateLimited())).isEqualTo(again(200));
  }

  /** The query at the very end of the wait is still made. */
  @ParameterizedTest
  @CsvSource({"0,true", "589999,true", "590000,true", "590001,false", "600000,false"})
  void theNextQueryMayComeAtTheTimeoutAndNotAfterIt(long elapsedMillis, boolean queried) {
    PollDecision decision = decision(TOAPIS, Duration.ofMillis(elapsedMillis), running());

    assertThat(decision)
        .isEqualTo(queried ? again(10) : new PollDecision.GiveUp(Duration.ofSeconds(10)));
  }

  @Test
  void withoutAnIntervalTheTimeoutStillEndsAWait() {
    PollingRules restless = TOAPIS.withInterval(Duration.ZERO);

    assertThat(decision(restless, Duration.ofSeconds(599), running())).isEqualTo(again(0));
    assertThat(decision(restless, Duration.ofSeconds(600), running()))
        .isEqualTo(new PollDecision.GiveUp(Duration.ZERO));
  }

  @ParameterizedTest
  @MethodSource("installed")
  void aFailureAtTheEndOfTheWaitGivesUpWithoutCallingTheProviderUnreachable(Dialect dialect) {
    PollingRules rules = PollingRules.of(dialect.profile());
    Duration end = dialect.profile().polling().timeout();

    assertThat(decision(rules, end, none(FailureKind.PROVIDER_ERROR)))
        .isInstanceOf(PollDecision.GiveUp.class);
  }
}
