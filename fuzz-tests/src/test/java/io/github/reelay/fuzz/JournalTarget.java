package io.github.reelay.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalFormatException;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * A file that is opened as a journal: it is refused and left as it is, or it is read the same each
 * time and keeps a handle more. No fuzzer guesses a checksum; behind a {@code #} an input has the
 * lines without them.
 */
final class JournalTarget implements FuzzTarget {
  private static final TaskHandle ADDED = new TaskHandle("added", "by the target");
  private static final String HEADER = "reelay-handles 1\n";

  private final Path file;

  JournalTarget(Path folder) {
    this.file = folder.resolve("journal");
  }

  @Override
  public void take(byte[] input) throws IOException {
    byte[] bytes = input.length > 0 && input[0] == '#' ? withChecksums(input) : input;
    Files.write(file, bytes);
    Set<TaskHandle> open;
    try (HandleStore store = JournalHandleStore.open(file)) {
      open = store.handles();
    } catch (JournalFormatException documented) {
      Promise.check(
          Arrays.equals(Files.readAllBytes(file), bytes), "a refused journal to be left as it is");
      return;
    }
    Set<TaskHandle> more = new HashSet<>(open);
    more.add(ADDED);
    try (HandleStore store = JournalHandleStore.open(file)) {
      Promise.check(store.handles().equals(open), "a journal to open the same each time");
      store.add(List.of(ADDED));
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      Promise.check(store.handles().equals(more), "a journal to keep what is added to it");
    }
  }

  private static byte[] withChecksums(byte[] input) {
    StringBuilder journal = new StringBuilder(HEADER);
    String text = new String(input, 1, input.length - 1, ISO_8859_1);
    for (String line : text.split("\n", -1)) {
      CRC32C checksum = new CRC32C();
      checksum.update(line.getBytes(ISO_8859_1));
      journal.append(String.format("%08x %s\n", checksum.getValue(), line));
    }
    return journal.toString().getBytes(ISO_8859_1);
  }

  @Override
  public Map<String, byte[]> seeds() {
    String lines =
        "+toapis:task_1\n"
            + "+22codex:sora-2:task_2\n"
            + "-toapis:task_1\n"
            + "@2026-01-01T00:00:00Z toapis:task_3";
    byte[] whole = withChecksums(("#" + lines).getBytes(UTF_8));
    byte[] damaged = whole.clone();
    damaged[HEADER.length() + 12] ^= 1;
    return Map.of(
        "empty", new byte[0],
        "header", HEADER.getBytes(UTF_8),
        "other-version", "reelay-handles 2\n".getBytes(UTF_8),
        "lines", ("#" + lines).getBytes(UTF_8),
        "escaped", "#+toapis:a\\u000ab\n+toapis:任务\n+toapis:\\\\u".getBytes(UTF_8),
        "whole", whole,
        "torn", Arrays.copyOf(whole, whole.length - 5),
        "without-end", Arrays.copyOf(whole, whole.length - 1),
        "damaged", damaged);
  }
}
