package io.github.reelay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers, their bounds, and the delay before the first query; T43, T47, TE10. */
class PollingRulesTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void comeFromWhatTheProviderDocuments() {
    assertThat(TOAPIS.rateLimit()).isEqualTo(new RateLimit(50, 64, true));
    assertThat(PollingRules.of(new XingchaoyiqingDialect().profile()).rateLimit())
        .isEqualTo(new RateLimit(50, 64, true));
    assertThat(PollingRules.of(new Codex22Dialect().profile()).retryLimits())
        .isEqualTo(
            new RetryLimits(
                5,
                Duration.ofMinutes(5),
                3,
                3,
                Duration.ofMinutes(2),
                3,
                Duration.ofSeconds(120),
                0.1,
                Duration.ofSeconds(30),
                Duration.ofMinutes(15),
                Duration.ofDays(7)));
    assertThat(TOAPIS.recordsKept()).isEqualTo(new ToapisDialect().profile().recordsKept());
  }

  @Test
  void eachNumberCanBeReplacedAlone() {
    RetryLimits retryLimits = RetryLimits.builder().maxBadResponses(1).build();
    RateLimit rateLimit = new RateLimit(1, 1, false);

    PollingRules rules =
        TOAPIS
            .withInitialDelay(SECOND)
            .withInterval(SECOND.multipliedBy(2))
            .withTimeout(SECOND.multipliedBy(3))
            .withRetryLimits(retryLimits)
            .withRateLimit(rateLimit)
            .withRecordsKept(SECOND.multipliedBy(4));

    assertThat(rules)
        .isEqualTo(
            new PollingRules(
                new PollingDefaults(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3), 50),
                retryLimits,
                rateLimit,
                SECOND.multipliedBy(4)));
  }

  @ParameterizedTest
  @CsvSource({"0,5000", "4999,1", "5000,0", "5001,0", "9223372036854775807,0"})
  void theFirstQueryWaitsForWhatIsLeftSinceTheSubmission(long ageMillis, long delayMillis) {
    assertThat(PollingPolicy.firstDelay(TOAPIS, Duration.ofMillis(ageMillis)))
        .isEqualTo(Duration.ofMillis(delayMillis));
  }

  @Test
  void theFirstQueryOfATaskOfUnknownAgeIsImmediate() {
    assertThat(PollingPolicy.firstDelay(TOAPIS, null)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 'perSecond of at least 1, found 0'",
    "1, 0, 'maxConcurrent of at least 1, found 0'",
    "-1, -1, 'perSecond of at least 1, found -1'",
  })
  void aRateLimitNeedsAtLeastOneQuery(int perSecond, int inFlight, String refused) {
    assertThatThrownBy(() -> new RateLimit(perSecond, inFlight, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected " + refused);
  }

  @Test
  void pollingRefusesNegativeTimesAndNoQueries() {
    assertThatThrownBy(() -> TOAPIS.withInterval(SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected interval of zero or more, found PT-1S");
    assertThatThrownBy(() -> new PollingDefaults(SECOND, SECOND, SECOND, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected maxPerSecond of at least 1, found 0");
  }

  @Test
  void aPollContextRefusesNegativeTimes() {
    assertThatThrownBy(() -> context(SECOND.negated(), SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected elapsed of zero or more, found PT-1S");
    assertThatThrownBy(() -> context(SECOND, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected age of zero or more, found PT-1S");
  }

  private static PollContext context(Duration elapsed, Duration age) {
    return new PollContext(
        SampleResults.running(), PollHistory.NONE, elapsed, age, true, ProviderHistory.NONE);
  }

  @Test
  void recordsKeptRefusesANegativeTime() {
    assertThatThrownBy(() -> TOAPIS.withRecordsKept(SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected recordsKept of zero or more, found PT-1S");
  }

  @Test
  void aDecisionRefusesNull() {
    assertThatThrownBy(() -> new PollDecision.PollAgain(null)).hasMessage("delay");
    assertThatThrownBy(() -> new PollDecision.GiveUp(null)).hasMessage("delay");
    assertThatThrownBy(() -> new PollDecision.Finish(null)).hasMessage("task");
    assertThatThrownBy(() -> new PollDecision.Refuse(null)).hasMessage("failure");
    assertThatThrownBy(() -> new PollDecision.Disconnect(null)).hasMessage("failure");
  }

  @ParameterizedTest
  @EnumSource(names = {"GENERATION_FAILED", "VIDEO_MISSING", "CONTENT_REJECTED"})
  void aFailedTaskIsNoReasonToRefuseOrToDisconnect(FailureKind kind) {
    Failure failure = SampleResults.failed(kind).taskOrThrow().failure();
    String message =
        "expected the failure of a query, found a failure of origin task; decide to finish for a"
            + " task that failed";

    assertThatThrownBy(() -> new PollDecision.Refuse(failure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> new PollDecision.Disconnect(failure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void onlyADenialMakesTheStoreForget() {
    Failure gone = Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY).httpStatus(404).build();

    assertThat(new PollDecision.Refuse(gone.denyingTask(), true).taskUnknown()).isTrue();
    assertThatThrownBy(() -> new PollDecision.Refuse(gone, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a failure that denies the task where the store is to forget it, found"
                + " not-found; refuse without taskUnknown to keep the handle");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.000000001S", "PT-1S", "PT-2562047788015215H-30M-8S"})
  void aDecisionRefusesANegativeDelay(Duration delay) {
    assertThatThrownBy(() -> new PollDecision.PollAgain(delay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected delay of zero or more, found " + delay);
    assertThatThrownBy(() -> new PollDecision.GiveUp(delay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected delay of zero or more, found " + delay);
  }

  @Test
  void aTaskThatHasNotEndedDoesNotFinish() {
    for (TaskState state : List.of(new TaskState.Running(), new TaskState.Unknown())) {
      VideoTask task = SampleResults.task(state).taskOrThrow();
      assertThatThrownBy(() -> new PollDecision.Finish(task))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected a task that has ended, found it " + state.status().jsonName());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 0, 0, 0, 'queries of at least 0, found -1'",
    "1, -2, 0, 0, 0, 0, 'badInARow of at least 0, found -2'",
    "1, 0, -3, 0, 0, 0, 'notFoundInARow of at least 0, found -3'",
    "1, 0, 0, -4, 0, 0, 'denialsInARow of at least 0, found -4'",
    "1, 0, 0, 0, -5, 0, 'rateLimitedInARow of at least 0, found -5'",
    "3, 0, 0, 0, 0, -7, 'videoMissing of at least 0, found -7'",
  })
  void aHistoryRefusesNegativeCounts(
      int queries, int bad, int notFound, int denials, int limited, int missing, String refused) {
    assertThatThrownBy(
            () ->
                new PollHistory(
                    queries, bad, notFound, denials, limited, missing, true, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected " + refused);
  }

  @Test
  void aHistoryRefusesANegativeTime() {
    assertThatThrownBy(() -> new PollHistory(0, 0, 0, 0, 0, 0, false, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected streakBegan of zero or more, found PT-1S");
  }
}
