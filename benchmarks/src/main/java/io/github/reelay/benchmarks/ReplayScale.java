package io.github.reelay.benchmarks;

import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** How long it takes to open a journal of a million records, and what they take in memory. */
final class ReplayScale {
  private static final int RECORDS = 1_000_000;
  private static final int ROUNDS = 9;

  private ReplayScale() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Scratch.folder(arguments);
    Path file = folder.resolve("journal");
    write(file);
    long before = used();
    RoundStatistics seconds = new RoundStatistics();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      try (HandleStore store = JournalHandleStore.open(file)) {
        double took = (System.nanoTime() - start) / 1e9;
        seconds.add(took);
        long bytes = used() - before;
        System.out.printf(
            "round %d: %.2f s, %d MiB of file, %s, %d bytes in memory for each%n",
            i + 1, took, Files.size(file) >> 20, tail(store), bytes / RECORDS);
      }
    }
    System.out.printf("| replay of %,d records | %s s |%n", RECORDS, seconds.shown("%.2f"));
    Scratch.remove(folder);
  }

  private static void write(Path file) throws IOException {
    long start = System.nanoTime();
    try (HandleStore store = JournalHandleStore.open(file)) {
      for (int i = 0; i < RECORDS; i += 1000) {
        store.add(handles(i, i + 1000));
      }
    }
    System.out.printf("written in groups of 1000: %.2f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static List<TaskHandle> handles(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> new TaskHandle("toapis", "task_01JXYZ" + (10_000_000 + i)))
        .toList();
  }

  private static String tail(HandleStore store) {
    return store.toString().replaceFirst("^.*, ", "");
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
