package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process may die at any byte and at any step. */
class JournalDeathTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(JournalHandleStore.class);

  @TempDir private Path folder;

  /** What the lines of {@link #recorded} say, in order. */
  private static final List<JournalLine> LINES =
      List.of(
          new JournalLine(true, SampleHandles.FIRST),
          new JournalLine(true, new TaskHandle("toapis", "任务\\1")),
          new JournalLine(true, SampleHandles.SECOND),
          new JournalLine(false, SampleHandles.FIRST),
          new JournalLine(true, SampleHandles.THIRD),
          new JournalLine(true, SampleHandles.FIRST),
          new JournalLine(false, SampleHandles.SECOND));

  private byte[] recorded() throws IOException {
    Path file = folder.resolve("recorded");
    try (HandleStore store = JournalHandleStore.open(file)) {
      for (JournalLine line : LINES) {
        if (line.opened()) {
          store.add(List.of(line.handle()));
        } else {
          store.remove(List.of(line.handle()));
        }
      }
    }
    return Files.readAllBytes(file);
  }

  private static Set<TaskHandle> state(List<JournalLine> lines) {
    Set<TaskHandle> open = new LinkedHashSet<>();
    for (JournalLine line : lines) {
      if (line.opened()) {
        open.add(line.handle());
      } else {
        open.remove(line.handle());
      }
    }
    return open;
  }

  /** How many of the lines lie whole before an offset; that of the last one's end is no matter. */
  private static int whole(int offset) {
    int end = JournalLine.HEADER.length() + 1;
    int whole = 0;
    for (JournalLine line : LINES) {
      end += SampleHandles.length(line);
      whole += offset >= end - 1 ? 1 : 0;
    }
    return whole;
  }

  @Test
  void everyByteMayBeTheLast() throws IOException {
    byte[] recorded = recorded();
    Path file = folder.resolve("cut");
    for (int offset = 0; offset <= recorded.length; offset++) {
      Files.write(file, Arrays.copyOf(recorded, offset));
      Set<TaskHandle> expected = state(LINES.subList(0, whole(offset)));

      assertGoesOn(file, "cut at byte " + offset, expected);
    }
  }

  @Test
  void whatWasNeverWrittenBehindTheLastLineIsCutOff() throws IOException {
    byte[] recorded = recorded();
    Path file = folder.resolve("cut");
    for (String behind : List.of("\0".repeat(5000), "\0\0sk_1\n", "00000000 +toapis:x", "\n")) {
      Files.write(file, recorded);
      Files.writeString(file, behind, StandardOpenOption.APPEND);

      assertGoesOn(file, "followed by " + behind.length(), state(LINES));
    }
  }

  @Test
  void aWholeLineBehindTheLastIsNoTornOne() throws IOException {
    byte[] recorded = recorded();
    Path file = folder.resolve("damaged");
    for (String behind : List.of("nonsense\n", "00000000 +toapis:x\n", "x\n\0\0")) {
      Files.write(file, recorded);
      Files.writeString(file, behind, StandardOpenOption.APPEND);

      assertThatThrownBy(() -> JournalHandleStore.open(file))
          .as(behind)
          .isInstanceOf(JournalFormatException.class)
          .hasMessageContaining("found damage in line");
    }
  }

  private static void assertGoesOn(Path file, String as, Set<TaskHandle> expected)
      throws IOException {
    TaskHandle another = new TaskHandle("toapis", "another");
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).as(as).containsExactlyElementsOf(expected);
      store.add(List.of(another));
    }
    List<TaskHandle> all = new ArrayList<>(expected);
    all.add(another);
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).as(as).containsExactlyElementsOf(all);
    }
  }

  /** What has been done when {@link #live} dies: each state that was confirmed. */
  private static void live(HandleStore store, List<Set<TaskHandle>> kept) throws IOException {
    kept.add(store.handles());
    store.add(SampleHandles.numbered(0, 800));
    kept.add(store.handles());
    store.remove(SampleHandles.numbered(0, 600));
    kept.add(store.handles());
    store.remove(SampleHandles.numbered(700, 790));
    kept.add(store.handles());
    store.add(List.of(SampleHandles.FIRST));
    kept.add(store.handles());
    store.add(SampleHandles.numbered(800, 1600));
    kept.add(store.handles());
    store.remove(SampleHandles.numbered(790, 1590));
    kept.add(store.handles());
    store.add(List.of(SampleHandles.SECOND));
    kept.add(store.handles());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 0.999, 1})
  void everyStepMayBeTheLast(double written) throws IOException {
    FaultyFileOperations whole = new FaultyFileOperations();
    List<Set<TaskHandle>> all = new ArrayList<>();
    try (HandleStore store = JournalHandleStore.open(folder.resolve("whole"), whole)) {
      live(store, all);
    }
    assertThat(whole.steps).filteredOn("replace"::equals).hasSize(3);

    for (int step = 0; step < whole.steps.size(); step++) {
      assertDeath(FaultyFileOperations.dyingAt(step, written), folder.resolve("dead" + step), all);
    }
  }

  private static void assertDeath(FaultyFileOperations disk, Path file, List<Set<TaskHandle>> all)
      throws IOException {
    List<Set<TaskHandle>> kept = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (HandleStore store = JournalHandleStore.open(file, disk)) {
                live(store, kept);
              }
            })
        .isInstanceOf(FaultyFileOperations.Died.class);

    try (HandleStore store = JournalHandleStore.open(file)) {
      Set<TaskHandle> before = all.get(Math.max(kept.size() - 1, 0));
      Set<TaskHandle> after = all.get(Math.min(kept.size(), all.size() - 1));
      assertBetween(before, store.handles(), after, disk.steps.toString());
      assertThat(file.resolveSibling(file.getFileName() + ".compacting")).doesNotExist();
      store.add(List.of(SampleHandles.THIRD));
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).contains(SampleHandles.THIRD);
    }
  }

  /** Of one change, which opens or closes, a part may be there; nothing else may differ. */
  private static void assertBetween(
      Set<TaskHandle> before, Set<TaskHandle> open, Set<TaskHandle> after, String as) {
    boolean opens = after.containsAll(before);
    List<TaskHandle> more = new ArrayList<>(opens ? after : before);
    assertThat(open).as(as).containsAll(opens ? before : after);
    more.retainAll(open);
    assertThat(open).as(as).containsExactlyElementsOf(more);
  }
}
