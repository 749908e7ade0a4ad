package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShutdownSignalTest {
  private final ShutdownSignal shutdown = new ShutdownSignal();

  @Test
  void reportsWhetherAnybodyListens() {
    assertThat(shutdown.request()).isFalse();

    shutdown.await(new CompletableFuture<>());

    assertThat(shutdown.request()).isTrue();
  }

  @Test
  void waitsNoLongerThanForTheEnd() {
    CompletableFuture<String> end = CompletableFuture.completedFuture("end");

    shutdown.await(end);

    assertThat(shutdown.request()).isTrue();
  }

  @Test
  void hidesNoDefect() {
    IllegalArgumentException defect = new IllegalArgumentException("defect");

    assertThatThrownBy(() -> shutdown.await(CompletableFuture.failedFuture(defect)))
        .isSameAs(defect);
  }

  @Test
  void knowsTheStatusOfARunThatHasEnded() {
    shutdown.ended(4);

    assertThat(shutdown.await(60_000)).isEqualTo(4);
  }

  @Test
  void givesUpOnARunThatDoesNotEnd() {
    assertThat(shutdown.await(1)).isEqualTo(3);
  }
}
