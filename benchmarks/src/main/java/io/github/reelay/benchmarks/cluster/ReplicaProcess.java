package io.github.reelay.benchmarks.cluster;

import io.github.reelay.benchmarks.cluster.process.ReplicaMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A replica in a JVM of its own, and what it prints. */
final class ReplicaProcess implements AutoCloseable {
  private final String name;
  private final Path out;
  private final Path log;
  private final long startedAt = System.currentTimeMillis();
  private final JavaProcess process;
  private long joinedAt;

  /** Starts it; its files are in the folder. */
  ReplicaProcess(String name, Path folder, List<String> arguments) throws IOException {
    this.name = name;
    this.out = folder.resolve(name + ".out");
    this.log = folder.resolve(name + ".log");
    List<String> all = new ArrayList<>(List.of("name=" + name));
    all.addAll(arguments);
    process = new JavaProcess(ReplicaMain.class, out, log, all);
  }

  String name() {
    return name;
  }

  /** When its process was started, in milliseconds since 1970. */
  long startedAt() {
    return startedAt;
  }

  JavaProcess process() {
    return process;
  }

  /**
   * Waits until it has joined, 60 s at most.
   *
   * @throws IllegalStateException if it has not joined by then, or has ended
   */
  void awaitJoined() throws IOException, InterruptedException {
    if (joinedAt != 0) {
      return;
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Folders.lines(out).contains("joined")) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException(
            "expected " + name + " to join within 60 s, found: " + Folders.lines(log));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    joinedAt = System.currentTimeMillis();
  }

  /** When {@link #awaitJoined} saw it joined, in milliseconds since 1970; 0 before. */
  long joinedAt() {
    return joinedAt;
  }

  /** Its figures, one report for each second. */
  List<Report> reports() throws IOException {
    return Folders.lines(out).stream()
        .filter(line -> line.startsWith("report "))
        .map(Report::of)
        .toList();
  }

  /** How many changes it was refused, because another replica watched their tasks by then. */
  long refused() throws IOException {
    List<Report> all = reports();
    return all.isEmpty() ? 0 : all.get(all.size() - 1).refused();
  }

  int logLines() throws IOException {
    return Folders.lines(log).size();
  }

  @Override
  public void close() {
    process.close();
  }

  /**
   * What a replica has done until then.
   *
   * @param millis since 1970
   * @param cpuMicros of its process
   */
  record Report(
      long millis, long queries, long changes, long refused, long cpuMicros, int tasks, int held) {
    private static Report of(String line) {
      String[] parts = line.split(" ");
      return new Report(
          Long.parseLong(parts[1]),
          Long.parseLong(parts[2]),
          Long.parseLong(parts[3]),
          Long.parseLong(parts[4]),
          Long.parseLong(parts[5]),
          Integer.parseInt(parts[6]),
          Integer.parseInt(parts[7]));
    }
  }
}
