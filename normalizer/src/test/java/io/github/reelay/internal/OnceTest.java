package io.github.reelay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final List<String> done = new ArrayList<>();
  private final Once once = new Once(() -> done.add("work"), () -> done.add("end"));

  @Test
  void runsOnce() {
    once.run();
    once.run();

    assertThat(once.cancel()).isFalse();
    assertThat(done).containsExactly("work", "end");
  }

  @Test
  void neverRunsAfterItWasCancelled() {
    assertThat(once.cancel()).isTrue();

    once.run();

    assertThat(once.cancel()).isFalse();
    assertThat(done).containsExactly("end");
  }

  @Test
  void endsAlsoIfTheWorkThrows() {
    Once failing =
        new Once(
            () -> {
              throw new IllegalStateException("broken");
            },
            () -> done.add("end"));

    assertThatThrownBy(failing::run).hasMessage("broken");
    failing.run();

    assertThat(failing.cancel()).isFalse();
    assertThat(done).containsExactly("end");
  }

  @Test
  void cannotBeCancelledWhileItRuns() {
    Once[] running = new Once[1];
    running[0] = new Once(() -> done.add("" + running[0].cancel()), () -> done.add("end"));

    running[0].run();

    assertThat(done).containsExactly("false", "end");
  }
}
