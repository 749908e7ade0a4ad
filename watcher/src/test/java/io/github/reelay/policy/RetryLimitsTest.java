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
        RetryLimits.builder()
            .maxBadResponses(1)
            .minBadTime(SECOND)
            .maxNotFound(2)
            .maxDenials(4)
            .gracePeriod(SECOND.multipliedBy(2))
            .maxVideoMissing(0)
            .maxBackOff(SECOND.multipliedBy(3))
            .jitter(0.5)
            .suspension(SECOND.multipliedBy(4), SECOND.multipliedBy(5))
            .suspensionTimeout(SECOND.multipliedBy(6))
            .build();

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

  private static Arguments refused(UnaryOperator<RetryLimits.Builder> change, String message) {
    return Arguments.of(change, message);
  }

  static Stream<Arguments> meaningless() {
    Duration negative = SECOND.negated();
    return Stream.of(
        refused(
            limits -> limits.maxBadResponses(0), "expected maxBadResponses of at least 1, found 0"),
        refused(limits -> limits.maxNotFound(0), "expected maxNotFound of at least 1, found 0"),
        refused(limits -> limits.maxDenials(-3), "expected maxDenials of at least 1, found -3"),
        refused(
            limits -> limits.maxVideoMissing(-1),
            "expected maxVideoMissing of at least 0, found -1"),
        refused(
            limits -> limits.minBadTime(negative),
            "expected minBadTime of zero or more, found PT-1S"),
        refused(
            limits -> limits.gracePeriod(negative),
            "expected gracePeriod of zero or more, found PT-1S"),
        refused(
            limits -> limits.maxBackOff(negative),
            "expected maxBackOff of zero or more, found PT-1S"),
        refused(
            limits -> limits.suspensionTimeout(negative),
            "expected suspensionTimeout of zero or more, found PT-1S"),
        refused(
            limits -> limits.suspension(Duration.ZERO, SECOND),
            "expected minSuspension of more than zero, found PT0S"),
        refused(
            limits -> limits.suspension(negative, SECOND),
            "expected minSuspension of more than zero, found PT-1S"),
        refused(
            limits -> limits.suspension(SECOND, Duration.ofMillis(999)),
            "expected a maxSuspension of at least the minSuspension PT1S, found PT0.999S; raise"
                + " maxSuspension or lower minSuspension"));
  }

  @ParameterizedTest
  @MethodSource("meaningless")
  void refusesWhatMeansNothing(UnaryOperator<RetryLimits.Builder> change, String message) {
    assertThatThrownBy(() -> change.apply(RetryLimits.builder()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"-0.01", "1.01", "NaN", "Infinity"})
  void refusesAJitterThatIsNoShare(double jitter) {
    assertThatThrownBy(() -> RetryLimits.builder().jitter(jitter).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a jitter from 0 to 1, found " + jitter);
  }
}
