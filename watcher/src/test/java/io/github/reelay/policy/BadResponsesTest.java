package io.github.reelay.policy;

import static io.github.reelay.policy.SampleResults.again;
import static io.github.reelay.policy.SampleResults.challenge;
import static io.github.reelay.policy.SampleResults.none;
import static io.github.reelay.policy.SampleResults.rateLimited;
import static io.github.reelay.policy.SampleResults.running;
import static io.github.reelay.policy.SampleResults.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bad response is, what follows from it, and when it is the last. */
class BadResponsesTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static PollDecision.Disconnect disconnected(QueryResult last) {
    return new PollDecision.Disconnect(((QueryResult.Failed) last).failure());
  }

  private static PollSequence shown() {
    PollSequence sequence = new PollSequence(TOAPIS);
    sequence.responds(MINUTE, running());
    return sequence;
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {
        "UNAUTHORIZED",
        "QUOTA_EXHAUSTED",
        "RATE_LIMITED",
        "GENERATION_FAILED", // only a task has this one and the next
        "VIDEO_MISSING"
      })
  void noKindButThreeEndsTheWaitForATaskThatWasShown(FailureKind kind) {
    assertThat(shown().responds(MINUTE, none(kind))).isEqualTo(again(10));
    assertThat(shown().responds(MINUTE, times(5, none(kind)))).isEqualTo(again(120));
    assertThat(shown().responds(MINUTE, times(6, none(kind)))).isEqualTo(disconnected(none(kind)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAUTHORIZED", "QUOTA_EXHAUSTED"})
  void aRefusedKeyEndsItImmediately(FailureKind kind) {
    QueryResult response = none(kind);

    assertThat(shown().responds(MINUTE, response))
        .isEqualTo(new PollDecision.Refuse(((QueryResult.Failed) response).failure(), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORBIDDEN", "INVALID_REQUEST", "CONTENT_REJECTED"})
  void beforeItWasShownARefusalEndsItAsBefore(FailureKind kind) {
    QueryResult response = none(kind);

    assertThat(new PollSequence(TOAPIS).ofAProviderThatWorks().responds(MINUTE, response))
        .isEqualTo(new PollDecision.Refuse(((QueryResult.Failed) response).failure(), false));
  }

  @Test
  void theChallengeOfAGatewayIsABadResponseFromTheBeginning() {
    assertThat(new PollSequence(TOAPIS).responds(MINUTE, challenge())).isEqualTo(again(10));
    assertThat(new PollSequence(TOAPIS).responds(MINUTE, times(5, challenge())))
        .isEqualTo(disconnected(challenge()));
  }

  /** Seconds until the next query after so many in a row. */
  @ParameterizedTest
  @CsvSource({
    "1,10,30,10",
    "2,20,60,20",
    "3,40,120,40",
    "4,80,120,80",
    "5,120,120,120",
    "99,120,120,120"
  })
  void theyBackOffFromTheIntervalToTwoMinutes(
      int inARow, long toapis, long xingchaoyiqing, long codex22) {
    QueryResult bad = none(FailureKind.PROVIDER_ERROR);
    Duration apart = Duration.ofMillis(1);

    assertThat(working(TOAPIS).responds(apart, times(inARow, bad))).isEqualTo(again(toapis));
    PollingRules slow = PollingRules.of(new XingchaoyiqingDialect().profile());
    assertThat(working(slow).responds(apart, times(inARow, bad))).isEqualTo(again(xingchaoyiqing));
    PollingRules other = PollingRules.of(new Codex22Dialect().profile());
    assertThat(working(other).responds(apart, times(inARow, bad))).isEqualTo(again(codex22));
  }

  private static PollSequence working(PollingRules rules) {
    return new PollSequence(rules).ofAProviderThatWorks();
  }

  @ParameterizedTest
  @CsvSource({"1,1,10", "1,25,25", "4,1,80", "4,100,100", "4,200,200"})
  void retryAfterStretchesTheBackOffAndNeverShortensIt(int inARow, long reported, long delay) {
    QueryResult bad = none(FailureKind.PROVIDER_ERROR, Duration.ofSeconds(reported));

    assertThat(shown().responds(Duration.ofMillis(1), times(inARow, bad))).isEqualTo(again(delay));
  }

  /** Number, seconds between two of them, and whether that is the end. */
  @ParameterizedTest
  @CsvSource({"5,75,true", "5,74,false", "4,100,false", "31,10,true", "30,10,false", "2,300,false"})
  void unreachableIsAMatterOfNumberAndOfTime(int inARow, long apart, boolean ends) {
    QueryResult bad = none(FailureKind.UNREACHABLE);
    PollDecision decision = shown().responds(Duration.ofSeconds(apart), times(inARow, bad));

    assertThat(decision instanceof PollDecision.Disconnect).isEqualTo(ends);
  }

  @Test
  void bothLimitsCanBeSet() {
    PollingRules rules =
        TOAPIS.withRetryLimits(
            RetryLimits.builder().maxBadResponses(2).minBadTime(Duration.ofSeconds(7)).build());
    QueryResult bad = none(FailureKind.UNREADABLE_RESPONSE);

    assertThat(working(rules).responds(Duration.ofSeconds(6), bad, bad)).isEqualTo(again(20));
    assertThat(working(rules).responds(Duration.ofSeconds(7), bad, bad))
        .isEqualTo(disconnected(bad));
  }

  @Test
  void aWrongBaseUrlIsReportedWithinAMinute() {
    QueryResult page = none(FailureKind.UNREADABLE_RESPONSE);

    assertThat(new PollSequence(TOAPIS).responds(Duration.ofSeconds(10), times(4, page)))
        .isEqualTo(again(10));
    assertThat(new PollSequence(TOAPIS).responds(Duration.ofSeconds(10), times(5, page)))
        .isEqualTo(disconnected(page));
  }

  @Test
  void aRateLimitNeitherAddsToAStreakNorEndsIt() {
    QueryResult bad = none(FailureKind.PROVIDER_ERROR);
    QueryResult[] responses = {bad, bad, rateLimited(), bad, bad, rateLimited(), bad};

    assertThat(shown().responds(MINUTE, responses)).isEqualTo(disconnected(bad));
  }
}
