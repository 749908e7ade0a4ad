package io.github.reelay.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this process holds.
 *
 * @param heapBytes what is in use after a collection
 * @param threads how many there are of each name, without the numbers in it
 * @param descriptors files and sockets
 */
record SoakCensus(long heapBytes, Map<String, Integer> threads, long descriptors) {

  /** Collects garbage and counts. */
  static SoakCensus take() {
    System.gc();
    System.gc();
    SoakCensus others = quick();
    return new SoakCensus(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        others.threads,
        others.descriptors);
  }

  /** Counts threads and descriptors alone. */
  static SoakCensus quick() {
    return new SoakCensus(
        0,
        names(),
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
            .getOpenFileDescriptorCount());
  }

  private static Map<String, Integer> names() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Integer> names = new TreeMap<>();
    for (ThreadInfo each : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (each != null) {
        names.merge(each.getThreadName().replaceAll("\\d+", "N"), 1, Integer::sum);
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f MiB | %d | %d",
        heapBytes / (double) (1 << 20),
        threadCount(),
        descriptors);
  }

  private int threadCount() {
    return threads.values().stream().mapToInt(Integer::intValue).sum();
  }
}
