package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StopTest {
  private final Stop stop = new Stop();

  @Test
  void tellsWhetherAnybodyListens() {
    assertThat(stop.ask()).isFalse();

    stop.await(new CompletableFuture<>());

    assertThat(stop.ask()).isTrue();
  }

  @Test
  void waitsNoLongerThanForTheEnd() {
    CompletableFuture<String> end = CompletableFuture.completedFuture("end");

    stop.await(end);

    assertThat(stop.ask()).isTrue();
  }

  @Test
  void hidesNoDefect() {
    IllegalArgumentException defect = new IllegalArgumentException("defect");

    assertThatThrownBy(() -> stop.await(CompletableFuture.failedFuture(defect))).isSameAs(defect);
  }

  @Test
  void knowsTheStatusOfARunThatHasEnded() {
    assertThat(stop.hasEnded()).isFalse();

    stop.ended(4);

    assertThat(stop.hasEnded()).isTrue();
    assertThat(stop.await(60_000)).isEqualTo(4);
  }

  @Test
  void givesUpOnARunThatDoesNotEnd() {
    assertThat(stop.await(1)).isEqualTo(3);
  }
}
