package io.github.reelay.benchmarks.peers;

/**
 * What one client did in one stretch of time.
 *
 * @param responses how many responses were as expected
 * @param errors how many were not
 * @param nanos how long the window was
 * @param cpuNanos the CPU time of the client's whole process, compiler and collector included
 * @param bytes what the threads of the process allocated
 */
record Window(long responses, long errors, long nanos, long cpuNanos, long bytes) {
  double perSecond() {
    return responses * 1e9 / nanos;
  }

  double cpuMicrosPerCall() {
    return cpuNanos / 1e3 / responses;
  }

  double bytesPerCall() {
    return (double) bytes / responses;
  }

  /** One line, as {@link #parse} reads it. */
  String line() {
    return responses + " " + errors + " " + nanos + " " + cpuNanos + " " + bytes;
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalStateException if there was no response: there is nothing to divide by
   */
  static Window parse(String line) {
    String[] each = line.strip().split(" ");
    Window window =
        new Window(
            number(each, 0), number(each, 1), number(each, 2), number(each, 3), number(each, 4));
    if (window.responses == 0) {
      throw new IllegalStateException("expected responses in a window, found none: " + line);
    }
    return window;
  }

  private static long number(String[] line, int index) {
    return Long.parseLong(line[index]);
  }
}
