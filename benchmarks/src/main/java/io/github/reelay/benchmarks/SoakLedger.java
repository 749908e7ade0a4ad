package io.github.reelay.benchmarks;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tasks were added and which videos were saved, on the disk so that the heap is not ours. */
final class SoakLedger implements AutoCloseable {
  private final Path addedFile;
  private final Path savedFile;
  private final PrintWriter added;
  private final PrintWriter saved;
  private final AtomicLong videos = new AtomicLong();

  SoakLedger(Path folder) throws IOException {
    addedFile = folder.resolve("added");
    savedFile = folder.resolve("saved");
    added = new PrintWriter(Files.newBufferedWriter(addedFile));
    saved = new PrintWriter(Files.newBufferedWriter(savedFile));
  }

  void added(TaskHandle handle) {
    added.println(handle);
  }

  void saved(TaskHandle handle, Path file) {
    saved.println(handle + "\t" + file);
    videos.incrementAndGet();
  }

  long videos() {
    return videos.get();
  }

  /**
   * How many tasks are neither in the store nor have their whole video. Only after {@link #close},
   * which writes out what is buffered.
   */
  long lost(Set<TaskHandle> open) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<String> lines = Files.lines(savedFile)) {
      lines.map(line -> line.split("\t")).forEach(each -> files.put(each[0], Path.of(each[1])));
    }
    Set<String> known = new HashSet<>();
    open.forEach(each -> known.add(each.toString()));
    try (Stream<String> lines = Files.lines(addedFile)) {
      return lines.filter(each -> !known.contains(each) && !isWhole(files.get(each))).count();
    }
  }

  private static boolean isWhole(@Nullable Path file) {
    try {
      return file != null
          && Files.exists(file)
          && Arrays.equals(Files.readAllBytes(file), SoakVideo.BYTES);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    added.close();
    saved.close();
  }
}
