package io.github.reelay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A service that watches 20,000 tasks over real sockets while one response in ten is faulty. Counts
 * at a third of the time and at the end; both times the providers keep all responses for a moment,
 * so that each connection that may be open is, and no download is under way.
 */
final class Soak {
  /** Threads that the queries do not need any more leave after ten seconds. */
  private static final int HELD_SECONDS = 12;

  private static final int LONGEST_HOLD_SECONDS = 35;

  /** This many equal counts in a row, a tenth of a second apart, end the wait. */
  private static final int SETTLED = 10;

  private static final double MOST_GROWTH = 1.1;

  private final SoakProcess server;
  private final SoakClient client;

  private Soak(SoakProcess server, SoakClient client) {
    this.server = server;
    this.client = client;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    int option = rest.indexOf("--seconds");
    int seconds = 600;
    if (option >= 0) {
      seconds = Integer.parseInt(rest.remove(option + 1));
      rest.remove(option);
    }
    Path folder = Scratch.folder(rest.toArray(String[]::new));
    List<String> broken;
    ExecutorService threads = threads(16);
    try (SoakProcess server = new SoakProcess();
        SoakClient client = new SoakClient(folder, server, threads)) {
      broken = new Soak(server, client).run(seconds);
    } finally {
      threads.shutdownNow();
      Scratch.remove(folder);
    }
    broken.forEach(System.err::println);
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  /** All threads start at once, so that their number cannot grow during the run. */
  private static ExecutorService threads(int count) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(count, count, 1, TimeUnit.DAYS, new LinkedBlockingQueue<>());
    threads.prestartAllCoreThreads();
    return threads;
  }

  private List<String> run(int seconds) throws IOException, InterruptedException {
    long start = System.nanoTime();
    work(start, seconds / 3);
    SoakCensus third = census();
    work(start, seconds - HELD_SECONDS);
    SoakCensus end = census();
    String tasks = client.tasks();
    long withoutVideo = client.withoutVideo();
    long lost = client.lost();
    System.out.println("| after | heap | threads | descriptors |");
    System.out.printf("| %d s | %s |%n| %d s | %s |%n", seconds / 3, third, seconds, end);
    System.out.println("| tasks added | ended | videos | waits taken up again | lost |");
    System.out.printf("| %s | %d |%n", tasks, lost);
    List<String> broken = broken(third, end);
    if (lost > 0 || withoutVideo > 0) {
      broken.add(
          "expected each task to be open in the store or to have its video, found "
              + lost
              + " lost and "
              + withoutVideo
              + " without a video a minute after they ended");
    }
    return broken;
  }

  private void work(long start, int untilSecond) throws IOException, InterruptedException {
    server.hold(false);
    long end = start + TimeUnit.SECONDS.toNanos(untilSecond);
    while (System.nanoTime() < end) {
      client.replenish();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /** Counts while the providers keep their responses, which they do until there is more work. */
  private SoakCensus census() throws IOException, InterruptedException {
    server.hold(true);
    TimeUnit.SECONDS.sleep(HELD_SECONDS);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_HOLD_SECONDS);
    int same = 0;
    SoakCensus last = SoakCensus.quick();
    while (same < SETTLED && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(100);
      SoakCensus now = SoakCensus.quick();
      same = client.withoutVideo() == 0 && now.equals(last) ? same + 1 : 0;
      last = now;
    }
    return SoakCensus.take();
  }

  private static List<String> broken(SoakCensus third, SoakCensus end) {
    List<String> broken = new ArrayList<>();
    double growth = end.heapBytes() / (double) third.heapBytes();
    if (growth > MOST_GROWTH) {
      broken.add(
          String.format(
              Locale.ROOT,
              "expected a heap of at most %.1f times that at a third of the time, found %.2f",
              MOST_GROWTH,
              growth));
    }
    if (!third.threads().equals(end.threads())) {
      broken.add("expected the threads " + third.threads() + " at the end, found " + end.threads());
    }
    // One connection or file may be between its use and its end; a leak grows with the queries.
    if (Math.abs(end.descriptors() - third.descriptors()) > 1) {
      broken.add(
          "expected "
              + third.descriptors()
              + " descriptors at the end, one more or one less, found "
              + end.descriptors());
    }
    return broken;
  }
}
