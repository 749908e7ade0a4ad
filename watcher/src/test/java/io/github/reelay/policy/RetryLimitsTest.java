package io.github.reelay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits that end waits, and their bounds. */
class RetryLimitsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void eachLimitCanBeReplacedAlone() {
    RetryLimits all =
        RetryLimits.DEFAULT
            .withMaxBadResponses(1)
            .withMinBadTime(SECOND)
            .withMaxNotFound(2)
            .withMaxDenials(4)
            .withGracePeriod(SECOND.multipliedBy(2))
            .withMaxVideoMissing(0)
            .withMaxBackOff(SECOND.multipliedBy(3))
            .withJitter(0.5)
            .withSuspension(SECOND.multipliedBy(4), SECOND.multipliedBy(5))
            .withSuspensionTimeout(SECOND.multipliedBy(6));

    assertThat(all)
        .isEqualTo(
            new RetryLimits(
                1,
                SECOND,
                2,
                4,
                SECOND.multipliedBy(2),
                0,
                SECOND.multipliedBy(3),
                0.5,
                SECOND.multipliedBy(4),
                SECOND.multipliedBy(5),
                SECOND.multipliedBy(6)));
  }

  private static Arguments refused(UnaryOperator<RetryLimits> change, String message) {
    return Arguments.of(change, message);
  }

  static Stream<Arguments> meaningless() {
    Duration negative = SECOND.negated();
    return Stream.of(
        refused(
            limits -> limits.withMaxBadResponses(0),
            "expected a limit of at least 1 for bad answers, found 0"),
        refused(
            limits -> limits.withMaxNotFound(0), "expected a limit of at least 1 for 404, found 0"),
        refused(
            limits -> limits.withMaxDenials(-3),
            "expected a limit of at least 1 for denials, found -3"),
        refused(
            limits -> limits.withMaxVideoMissing(-1),
            "expected a limit of at least 0 for queries for a missing video, found -1"),
        refused(
            limits -> limits.withMinBadTime(negative),
            "expected a time of bad answers of zero or more, found PT-1S"),
        refused(
            limits -> limits.withGracePeriod(negative),
            "expected a grace period of zero or more, found PT-1S"),
        refused(
            limits -> limits.withMaxBackOff(negative),
            "expected a back-off of zero or more, found PT-1S"),
        refused(
            limits -> limits.withSuspensionTimeout(negative),
            "expected a time of suspensions of zero or more, found PT-1S"),
        refused(
            limits -> limits.withSuspension(Duration.ZERO, SECOND),
            "expected suspensions that are positive and do not shrink, found PT0S to PT1S"),
        refused(
            limits -> limits.withSuspension(SECOND, Duration.ofMillis(999)),
            "expected suspensions that are positive and do not shrink, found PT1S to PT0.999S"));
  }

  @ParameterizedTest
  @MethodSource("meaningless")
  void refusesWhatMeansNothing(UnaryOperator<RetryLimits> change, String message) {
    assertThatThrownBy(() -> change.apply(RetryLimits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"-0.01", "1.01", "NaN", "Infinity"})
  void refusesAJitterThatIsNoShare(double jitter) {
    assertThatThrownBy(() -> RetryLimits.DEFAULT.withJitter(jitter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a jitter from 0 to 1, found " + jitter);
  }
}
