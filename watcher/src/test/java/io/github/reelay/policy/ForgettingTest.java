package io.github.reelay.policy;

import static io.github.reelay.policy.SampleResults.again;
import static io.github.reelay.policy.SampleResults.denial;
import static io.github.reelay.policy.SampleResults.none;
import static io.github.reelay.policy.SampleResults.running;
import static io.github.reelay.policy.SampleResults.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When it is certain that a provider knows no such task. */
class ForgettingTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Failure DENIAL = ((QueryResult.Failed) denial()).failure();
  private static final PollDecision FORGET = new PollDecision.Refuse(DENIAL, true);
  private static final PollDecision REFUSE = new PollDecision.Refuse(DENIAL, false);

  @ParameterizedTest
  @CsvSource({"1,false", "2,false", "3,true", "4,true"})
  void anOldTaskIsForgottenAfterThreeDenialsAtTheUsualInterval(int denials, boolean forgotten) {
    PollSequence old = new PollSequence(TOAPIS).submitted(Duration.ofMinutes(2));

    assertThat(old.responds(SECOND, times(denials, denial())))
        .isEqualTo(forgotten ? FORGET : again(10));
  }

  /** The denials of a task that was young at the first of them must span the grace period. */
  @ParameterizedTest
  @CsvSource({
    "0,3,60,true",
    "0,3,59,false",
    "0,12,10,false",
    "0,13,10,true",
    "119,12,10,false",
    "119,13,10,true",
    "0,2,300,false"
  })
  void aYoungTaskIsNotForgottenWithinTheGracePeriod(
      long age, int denials, long apart, boolean forgotten) {
    PollSequence young = new PollSequence(TOAPIS).submitted(Duration.ofSeconds(age));

    assertThat(young.responds(Duration.ofSeconds(apart), times(denials, denial())))
        .isEqualTo(forgotten ? FORGET : again(10));
  }

  @ParameterizedTest
  @CsvSource({"12,false", "13,true"})
  void aTaskOfUnknownAgeIsTakenForAYoungOne(int denials, boolean forgotten) {
    PollSequence unknown = new PollSequence(TOAPIS).beganAt(Duration.ofMinutes(5));

    assertThat(unknown.responds(Duration.ofSeconds(10), times(denials, denial())))
        .isEqualTo(forgotten ? FORGET : again(10));
  }

  @Test
  void thereIsNoNumberOfDenialsThatForgetsAlone() {
    PollingRules patient = TOAPIS.withTimeout(Duration.ofDays(1));

    assertThat(new PollSequence(patient).responds(Duration.ZERO, times(1000, denial())))
        .isEqualTo(again(10));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void denialsOfATaskThatWasShownAreBadResponsesWhileItsRecordIsKept(int denials) {
    PollingRules patient = TOAPIS.withTimeout(Duration.ofDays(2));
    PollSequence shown = new PollSequence(patient);
    shown.responds(SECOND, running());

    assertThat(shown.responds(Duration.ofMinutes(1), times(denials, denial())))
        .isEqualTo(again(10L << denials - 1));
    assertThat(shown.responds(Duration.ofMinutes(1), times(6, denial())))
        .isEqualTo(new PollDecision.Disconnect(DENIAL));
  }

  @Test
  void aTaskThatWasShownIsForgottenWhenItsRecordIsNotKeptAnyMore() {
    PollingRules patient =
        TOAPIS.withTimeout(Duration.ofDays(9)).withRecordsKept(Duration.ofDays(1));
    PollSequence shown = new PollSequence(patient).submitted(Duration.ofDays(1).minus(SECOND));
    shown.responds(SECOND, running());

    assertThat(shown.responds(SECOND, denial(), denial())).isEqualTo(again(10));
    assertThat(shown.responds(SECOND, denial())).isEqualTo(FORGET);
  }

  @Test
  void aDoubtedProviderMakesNothingForgotten() {
    assertThat(
            new PollSequence(TOAPIS)
                .submitted(Duration.ofHours(1).minusMinutes(55))
                .doubted()
                .responds(SECOND, times(3, denial())))
        .isEqualTo(REFUSE);
    assertThat(new PollSequence(TOAPIS).doubted().responds(SECOND, times(121, denial())))
        .isEqualTo(REFUSE);
  }

  /** Neither the kind of a failure nor its code is a word about the task. */
  @ParameterizedTest
  @ValueSource(strings = {"NOT_FOUND", "INVALID_REQUEST", "FORBIDDEN", "CONTENT_REJECTED"})
  void noOtherResponseForgetsHoweverOften(FailureKind kind) {
    QueryResult response = none(kind);

    assertThat(
            new PollSequence(TOAPIS)
                .submitted(Duration.ofMinutes(5))
                .responds(Duration.ofMinutes(1), times(4, response)))
        .isEqualTo(new PollDecision.Refuse(((QueryResult.Failed) response).failure(), false));
  }

  @Test
  void a404OfAGatewayBetweenDenialsStartsTheirStreakOver() {
    QueryResult[] responses = {
      denial(), denial(), none(FailureKind.PROVIDER_ERROR), denial(), denial()
    };

    assertThat(
            new PollSequence(TOAPIS).submitted(Duration.ofMinutes(5)).responds(SECOND, responses))
        .isEqualTo(again(10));
  }

  @Test
  void threeDenialsOrGatewaysIn404TogetherRefuseWithoutForgetting() {
    QueryResult gateway = none(FailureKind.NOT_FOUND);

    assertThat(
            new PollSequence(TOAPIS)
                .submitted(Duration.ofMinutes(5))
                .responds(SECOND, denial(), denial(), gateway))
        .isEqualTo(new PollDecision.Refuse(((QueryResult.Failed) gateway).failure(), false));
  }
}
