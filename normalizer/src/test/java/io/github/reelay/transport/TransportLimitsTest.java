package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportLimitsTest {

  private static final TransportLimits DEFAULTS = TransportLimits.defaults();

  @Test
  void hasTheDocumentedDefaults() {
    assertThat(DEFAULTS)
        .isEqualTo(
            new TransportLimits(64, 200, 16_384, Duration.ofSeconds(60), 1_048_576, "Reelay/0.1"));
  }

  @Test
  void changesOneThingAtATime() {
    TransportLimits changed =
        DEFAULTS
            .withConnectionsPerRoute(1)
            .withHead(2, 64)
            .withKeepIdle(Duration.ofMillis(1))
            .withSmallBody(1_024)
            .withUserAgent("mine");

    assertThat(changed)
        .isEqualTo(new TransportLimits(1, 2, 64, Duration.ofMillis(1), 1_024, "mine"));
  }

  @Test
  void refusesLimitsThatLeaveNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withConnectionsPerRoute(0))
        .withMessage("expected connectionsPerRoute of at least 1, found 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withHead(0, 64))
        .withMessage("expected maxHeaders of at least 1, found 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withHead(1, 63))
        .withMessage("expected maxHeaderLine of at least 64, found 63");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withSmallBody(1_023))
        .withMessage("expected smallBody of at least 1024, found 1023");
  }

  @Test
  void refusesImpossibleTimes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withKeepIdle(Duration.ofNanos(999_999)))
        .withMessage("expected keepIdle of at least 1 ms, found PT0.000999999S");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "代理"})
  void refusesAUserAgentThatWouldNotArriveAsItIs(String agent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withUserAgent(agent))
        .withMessage("expected printable ASCII as user agent, found other");
  }
}
