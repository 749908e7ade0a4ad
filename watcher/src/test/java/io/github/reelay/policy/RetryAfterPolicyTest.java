package io.github.reelay.policy;

import static io.github.reelay.policy.SampleResults.again;
import static io.github.reelay.policy.SampleResults.decision;
import static io.github.reelay.policy.SampleResults.none;
import static io.github.reelay.policy.SampleResults.rateLimited;
import static io.github.reelay.policy.SampleResults.running;
import static io.github.reelay.policy.SampleResults.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a wait is stretched, and when it is over; X29, T45. */
class RetryAfterPolicyTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());
  private static final PollingRules XINGCHAOYIQING =
      PollingRules.of(new XingchaoyiqingDialect().profile());
  private static final PollingRules CODEX22 = PollingRules.of(new Codex22Dialect().profile());

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
  void endsAWaitImmediatelyWhenItLiesBeyondTheDeadline(long reported) {
    Duration retryAfter = Duration.ofSeconds(reported);

    assertThat(decision(TOAPIS, none(FailureKind.RATE_LIMITED, retryAfter)))
        .isEqualTo(new PollDecision.GiveUp(retryAfter));
  }

  /** The first rate limit doubles the interval, each further one what was before. */
  @ParameterizedTest
  @CsvSource({
    "1,20,60,20",
    "2,40,120,40",
    "3,80,120,80",
    "4,120,120,120",
    "5,120,120,120",
    "99,120,120,120"
  })
  void isDoubledFromTheIntervalUpToTwoMinutesWhereItIsAbsent(
      int inARow, long toapis, long xingchaoyiqing, long codex22) {
    assertThat(decision(TOAPIS, times(inARow, rateLimited()))).isEqualTo(again(toapis));
    assertThat(decision(XINGCHAOYIQING, times(inARow, rateLimited())))
        .isEqualTo(again(xingchaoyiqing));
    assertThat(decision(CODEX22, times(inARow, rateLimited()))).isEqualTo(again(codex22));
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
  void theNextQueryMayComeAtTheDeadlineAndNotAfterIt(long elapsedMillis, boolean queried) {
    PollDecision decision = decision(TOAPIS, Duration.ofMillis(elapsedMillis), running());

    assertThat(decision)
        .isEqualTo(queried ? again(10) : new PollDecision.GiveUp(Duration.ofSeconds(10)));
  }

  @Test
  void withoutAnIntervalTheDeadlineStillEndsAWait() {
    PollingRules restless = TOAPIS.withInterval(Duration.ZERO);

    assertThat(decision(restless, Duration.ofSeconds(599), running())).isEqualTo(again(0));
    assertThat(decision(restless, Duration.ofSeconds(600), running()))
        .isEqualTo(new PollDecision.GiveUp(Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"toapis,600", "xingchaoyiqing,960", "22codex,900"})
  void aFailureAtTheEndOfTheWaitGivesUpWithoutCallingTheProviderUnreachable(
      String provider, long seconds) {
    PollingRules rules =
        switch (provider) {
          case "toapis" -> TOAPIS;
          case "xingchaoyiqing" -> XINGCHAOYIQING;
          default -> CODEX22;
        };

    assertThat(decision(rules, Duration.ofSeconds(seconds), none(FailureKind.PROVIDER_ERROR)))
        .isInstanceOf(PollDecision.GiveUp.class);
  }
}
