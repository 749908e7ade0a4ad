package io.github.reelay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers, their bounds, and the delay before the first query; T43, T47, TE10. */
class PollingRulesTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void comeFromWhatTheProviderDocuments() {
    assertThat(TOAPIS.pace()).isEqualTo(new Pace(50, 64, true));
    assertThat(PollingRules.of(new XingchaoyiqingDialect().profile()).pace())
        .isEqualTo(new Pace(50, 64, true));
    assertThat(PollingRules.of(new Codex22Dialect().profile()).patience())
        .isEqualTo(
            new Patience(
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
    Patience patience = Patience.DEFAULT.withBadAnswers(1);
    Pace pace = new Pace(1, 1, false);

    PollingRules rules =
        TOAPIS
            .withFirstQuery(SECOND)
            .withInterval(SECOND.multipliedBy(2))
            .withGivesUpAfter(SECOND.multipliedBy(3))
            .withPatience(patience)
            .withPace(pace)
            .withRecordsKept(SECOND.multipliedBy(4));

    assertThat(rules)
        .isEqualTo(
            new PollingRules(
                new PollingDefaults(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3), 50),
                patience,
                pace,
                SECOND.multipliedBy(4)));
  }

  @ParameterizedTest
  @CsvSource({"0,5000", "4999,1", "5000,0", "5001,0", "9223372036854775807,0"})
  void theFirstQueryWaitsForWhatIsLeftSinceTheSubmission(long ageMillis, long delayMillis) {
    assertThat(PollingPolicy.firstDelay(TOAPIS, Duration.ofMillis(ageMillis)))
        .isEqualTo(Duration.ofMillis(delayMillis));
  }

  @Test
  void theFirstQueryOfATaskOfUnknownAgeIsAtOnce() {
    assertThat(PollingPolicy.firstDelay(TOAPIS, null)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,-1"})
  void paceRefusesToStandStill(int perSecond, int inFlight) {
    assertThatThrownBy(() -> new Pace(perSecond, inFlight, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected at least one query per second and one in flight, found %d and %d",
            perSecond, inFlight);
  }

  @Test
  void pollingRefusesNegativeTimesAndNoQueries() {
    assertThatThrownBy(() -> TOAPIS.withInterval(SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected durations of zero or more, found PT5S, PT-1S, PT10M");
    assertThatThrownBy(() -> new PollingDefaults(SECOND, SECOND, SECOND, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at least one query per second, found 0");
  }

  @Test
  void aSituationRefusesTimeThatRunsBackwards() {
    assertThatThrownBy(() -> situation(SECOND.negated(), SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an elapsed time and an age of zero or more, found PT-1S and PT1S");
    assertThatThrownBy(() -> situation(SECOND, SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an elapsed time and an age of zero or more, found PT1S and PT-1S");
  }

  private static Situation situation(Duration elapsed, Duration age) {
    return new Situation(Seen.running(), History.NONE, elapsed, age, true, ProviderHistory.NONE);
  }

  @Test
  void recordsAreNotKeptForLessThanNoTime() {
    assertThatThrownBy(() -> TOAPIS.withRecordsKept(SECOND.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected records that are kept for zero or longer, found PT-1S");
  }

  @Test
  void aDecisionRefusesNothing() {
    assertThatThrownBy(() -> new Decision.AskAgain(null)).hasMessage("delay");
    assertThatThrownBy(() -> new Decision.GiveUp(null)).hasMessage("delay");
    assertThatThrownBy(() -> new Decision.Finish(null)).hasMessage("task");
    assertThatThrownBy(() -> new Decision.Refuse(null)).hasMessage("failure");
    assertThatThrownBy(() -> new Decision.Disconnect(null)).hasMessage("failure");
  }
}
