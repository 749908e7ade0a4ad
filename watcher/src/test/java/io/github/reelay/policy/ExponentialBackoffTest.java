package io.github.reelay.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialBackoffTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration ALWAYS = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  @ParameterizedTest
  @CsvSource({"-1, 2", "0, 2", "1, 4", "2, 8", "3, 16", "4, 30", "5, 30", "2147483647, 30"})
  void doublesUpToTheLimit(int doublings, long seconds) {
    ExponentialBackoff backoff =
        new ExponentialBackoff(Duration.ofSeconds(2), Duration.ofSeconds(30));

    assertThat(backoff.delay(doublings)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void neverExceedsALimitThatIsShorterThanTheFirstDelay() {
    assertThat(new ExponentialBackoff(Duration.ofSeconds(9), SECOND).delay(0)).isEqualTo(SECOND);
  }

  @Test
  void doesNotOverflow() {
    assertThat(new ExponentialBackoff(SECOND, ALWAYS).delay(1_000)).isEqualTo(ALWAYS);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT1S, 'first of more than zero, found PT0S'",
    "PT-1S, PT1S, 'first of more than zero, found PT-1S'",
    "PT1S, PT-1S, 'longest of zero or more, found PT-1S'",
  })
  void refusesDelaysThatCannotBe(Duration first, Duration longest, String refused) {
    assertThatThrownBy(() -> new ExponentialBackoff(first, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected " + refused);
  }
}
