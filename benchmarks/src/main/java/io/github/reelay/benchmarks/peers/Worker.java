package io.github.reelay.benchmarks.peers;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The JVM of one client: for each number of milliseconds on standard input it does its work for
 * that long, and prints what came of it. Ends with its input.
 */
final class Worker {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** How many queries are in flight: one for each thread of a client that blocks. */
  static final int CALLERS = 64;

  private Worker() {}

  /**
   * @param arguments the name of the client and the server's base URL
   */
  public static void main(String[] arguments) throws Exception {
    String name = arguments[0];
    URI base = URI.create(arguments[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Load load = load(name, base);
    System.out.println(load.name());
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(window(load, Long.parseLong(line)).line());
    }
    System.exit(0); // what the clients leave open ends with their process
  }

  private static Load load(String name, URI base) throws ReflectiveOperationException {
    return ForeignClient.isNamed(name)
        ? ForeignClient.load(name, base.toString(), CALLERS)
        : Clients.of(name, base);
  }

  private static Window window(Load load, long millis) throws Exception {
    Counts counts = new Counts();
    Map<Long, Long> before = allocated();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    AutoCloseable running = load.begin(counts);
    try {
      Thread.sleep(millis);
      return window(counts, before, cpu, start);
    } finally {
      running.close();
    }
  }

  private static Window window(Counts counts, Map<Long, Long> before, long cpu, long start)
      throws IOException {
    long bytes = 0;
    for (var thread : allocated().entrySet()) {
      bytes += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
    }
    return new Window(
        counts.responses(),
        counts.errors(),
        System.nanoTime() - start,
        SYSTEM.getProcessCpuTime() - cpu,
        bytes);
  }

  private static Map<Long, Long> allocated() {
    long[] threads = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(threads);
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i < threads.length; i++) {
      all.put(threads[i], bytes[i]);
    }
    return all;
  }
}
