package io.github.reelay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** The limits of an input bite, and only at an input that costs as much each time. */
class CostTest {
  private static final byte[] INPUT = {1};

  private final AtomicInteger runs = new AtomicInteger();
  private byte[] kept = INPUT;

  @Test
  void moreThan64MebibytesAreTooMany() {
    assertThatThrownBy(() -> Cost.check(target(run -> kept = new byte[65 << 20]), INPUT))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("expected at most 100 ms of CPU and 64 MiB for one input, found ")
        .hasMessageEndingWith(" ms and 65 MiB, the least of four runs");
    assertThat(kept).hasSize(65 << 20);
    assertThat(runs).hasValue(4);
  }

  @Test
  void moreThan100MillisecondsOfCpuAreTooMany() {
    assertThatThrownBy(() -> Cost.check(target(run -> burn(120)), INPUT))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("expected at most .* found \\d{3} ms and \\d+ MiB, .*");
  }

  @Test
  void aSlowFirstRunIsTriedAgain() {
    assertThatCode(() -> Cost.check(target(run -> burn(run == 1 ? 120 : 1)), INPUT))
        .doesNotThrowAnyException();
    assertThat(runs).hasValue(2);
  }

  private FuzzTarget target(IntConsumer work) {
    return new FuzzTarget() {
      @Override
      public void take(byte[] input) throws IOException {
        work.accept(runs.incrementAndGet());
      }

      @Override
      public Map<String, byte[]> seeds() {
        return Map.of();
      }
    };
  }

  private static void burn(int millis) {
    long end = cpu() + millis * 1_000_000L;
    while (cpu() < end) {
      Thread.onSpinWait();
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
