package io.github.reelay.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rate at which a journal keeps handles, compared with that at which a bare file channel
 * appends and forces the same bytes. The two take turns write by write, so that both meet the same
 * disk.
 */
final class JournalScale {
  private static final int ROUNDS = 9;

  private final Path folder;
  private int made;

  private JournalScale(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Scratch.folder(arguments);
    JournalScale scale = new JournalScale(folder);
    scale.compare(1, 2000);
    scale.compare(100, 500);
    Scratch.remove(folder);
  }

  private void compare(int group, int writes) throws IOException {
    round(group, writes); // compiles what the others measure
    RoundStatistics ratios = new RoundStatistics();
    RoundStatistics journal = new RoundStatistics();
    RoundStatistics bare = new RoundStatistics();
    for (int i = 0; i < ROUNDS; i++) {
      long[] nanos = round(group, writes);
      bare.add(group * writes / (nanos[0] / 1e9));
      journal.add(group * writes / (nanos[1] / 1e9));
      ratios.add(nanos[0] / (double) nanos[1]);
    }
    System.out.printf(
        "| groups of %d | %s/s | %s/s | %s |%n",
        group, journal.shown("%.0f"), bare.shown("%.0f"), ratios.shown("%.2f"));
  }

  /** The nanoseconds of the bare channel and of the journal. */
  private long[] round(int group, int writes) throws IOException {
    List<List<TaskHandle>> groups = new ArrayList<>();
    for (int i = 0; i < writes; i++) {
      groups.add(IntStream.range(0, group).mapToObj(j -> handle()).toList());
    }
    Path plain = folder.resolve("bare-" + made);
    long[] nanos = new long[2];
    try (HandleStore store = JournalHandleStore.open(folder.resolve("journal-" + made));
        FileChannel channel =
            FileChannel.open(plain, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (List<TaskHandle> each : groups) {
        ByteBuffer bytes = ByteBuffer.wrap(lines(each));
        long start = System.nanoTime();
        channel.write(bytes);
        channel.force(false);
        long between = System.nanoTime();
        store.add(each);
        nanos[0] += between - start;
        nanos[1] += System.nanoTime() - between;
      }
    }
    return nanos;
  }

  private TaskHandle handle() {
    return new TaskHandle("toapis", "task_01JXYZ" + (10_000_000 + made++));
  }

  /** As many bytes as the journal writes. */
  private static byte[] lines(List<TaskHandle> handles) {
    return handles.stream()
        .map(handle -> "01234567 +" + handle + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }
}
