package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {
  private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T10:00:00Z"));

  @Test
  void movesOnlyWhenItIsMoved() {
    Instant before = clock.instant();

    clock.advance(Duration.ofHours(2));

    assertThat(before).isEqualTo("2026-11-21T10:00:00Z");
    assertThat(clock.instant()).isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void showsUtcOnly() {
    ZoneId elsewhere = ZoneId.of("Asia/Shanghai");

    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThatThrownBy(() -> clock.withZone(elsewhere))
        .hasMessage("expected UTC, found Asia/Shanghai; take instant()");
  }
}
