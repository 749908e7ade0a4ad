package io.github.reelay.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What one input cost.
 *
 * @param nanos the CPU time of the thread
 * @param bytes what the thread allocated
 */
record Cost(long nanos, long bytes) {
  private static final long MOST_NANOS = 100_000_000;
  private static final long MOST_BYTES = 64 << 20;

  /** How often an input is tried again that cost too much: a first run also loads classes. */
  private static final int RETRIES = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Lets the target take the input.
   *
   * @throws AssertionError if that costs too much each time
   */
  static void check(FuzzTarget target, byte[] input) throws IOException {
    Cost least = of(target, input);
    for (int i = 0; i < RETRIES && least.isTooMuch(); i++) {
      least = least.orLess(of(target, input));
    }
    if (least.isTooMuch()) {
      throw new AssertionError(
          "expected at most 100 ms of CPU and 64 MiB for one input, found "
              + least.nanos / 1_000_000
              + " ms and "
              + (least.bytes >> 20)
              + " MiB, the least of four runs");
    }
  }

  private static Cost of(FuzzTarget target, byte[] input) throws IOException {
    long nanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    target.take(input.clone());
    return new Cost(
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  private boolean isTooMuch() {
    return nanos > MOST_NANOS || bytes > MOST_BYTES;
  }

  private Cost orLess(Cost other) {
    return new Cost(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
  }
}
