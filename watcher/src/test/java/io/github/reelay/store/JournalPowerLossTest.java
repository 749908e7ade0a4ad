package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the last batch never reached the disk. */
class JournalPowerLossTest {
  private static final int PAGE = 4096;
  private static final List<TaskHandle> BATCH = SampleHandles.numbered(1000, 2000);

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final Random random = new Random(27);
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  /** One handle, and then a batch of a thousand behind it. */
  private byte[] recorded() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
      store.open(BATCH);
    }
    return Files.readAllBytes(file);
  }

  private byte[] lost(byte[] recorded, int from, int to, String how) {
    byte[] damaged = recorded.clone();
    byte[] garbage = new byte[to - from];
    if (how.equals("garbage")) {
      random.nextBytes(garbage);
    } else if (how.equals("stale")) {
      Arrays.fill(garbage, (byte) 'x');
      garbage[garbage.length / 2] = '\n';
    }
    System.arraycopy(garbage, 0, damaged, from, garbage.length);
    return damaged;
  }

  private Set<TaskHandle> opened() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file, warnings::add)) {
      return store.open();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeros", "garbage", "stale"})
  void anyPageOfTheLastBatchMayBeMissing(String how) throws IOException {
    byte[] recorded = recorded();
    int begin = new String(recorded, 0, PAGE).indexOf('\n', 20) + 1;
    for (int page = 0; page * PAGE < recorded.length; page++) {
      int from = Math.max(page * PAGE, begin);
      int to = Math.min((page + 1) * PAGE, recorded.length);
      Files.write(file, lost(recorded, from, to, how));
      warnings.clear();

      Set<TaskHandle> open = opened();

      assertThat(open).as("page %s", page).contains(SampleHandles.FIRST).hasSizeGreaterThan(830);
      assertThat(open).isSubsetOf(all());
      assertThat(warnings).hasSize(1);
      assertThat(warnings.get(0)).startsWith("repaired the journal " + file + ": dropped line");
      warnings.clear();
      assertThat(opened()).isEqualTo(open);
      assertThat(warnings).isEmpty();
    }
  }

  private static List<TaskHandle> all() {
    List<TaskHandle> all = new ArrayList<>(BATCH);
    all.add(SampleHandles.FIRST);
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeros", "garbage", "stale"})
  void onePageThatIsThereIsEnough(String how) throws IOException {
    byte[] recorded = recorded();
    int begin = new String(recorded, 0, PAGE).indexOf('\n', 20) + 1;
    for (int page = 1; (page + 1) * PAGE < recorded.length; page++) {
      byte[] damaged = lost(recorded, begin, page * PAGE, how);
      Files.write(file, lost(damaged, (page + 1) * PAGE, recorded.length, how));

      assertThat(opened()).as("page %s", page).contains(SampleHandles.FIRST).hasSizeGreaterThan(80);
    }
  }

  @Test
  void theWarningNamesTheLinesAndTheCopy() throws IOException {
    byte[] recorded = recorded();
    byte[] damaged = lost(recorded, PAGE, 2 * PAGE, "zeros");
    Files.write(file, damaged);

    int kept = opened().size();

    long line = new String(recorded, 0, PAGE).lines().count();
    assertThat(warnings)
        .containsExactly(
            "repaired the journal %s: dropped line %s, open handles: %s; a copy as it was is %s"
                .formatted(file, line, kept, file + ".damaged-1"));
    assertThat(folder.resolve("state.damaged-1")).hasBinaryContent(damaged);
  }

  @Test
  void whatABatchSaysOfItselfIsNotBelievedOfAnother() throws IOException {
    byte[] recorded = recorded();
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.SECOND));
    }
    byte[] behind = Files.readAllBytes(file);
    byte[] damaged = lost(behind, PAGE, 2 * PAGE, "zeros");
    Files.write(file, damaged);

    assertThatThrownBy(this::opened)
        .isInstanceOf(JournalFormatException.class)
        .hasMessageEndingWith(" --state %s --repair", file);
    assertThat(file).hasBinaryContent(damaged);

    Files.write(file, lost(recorded, 18, PAGE, "zeros"));
    assertThatThrownBy(this::opened).isInstanceOf(JournalFormatException.class);
    Files.write(file, Arrays.copyOf(damaged, recorded.length + 5));
    assertThatThrownBy(this::opened).isInstanceOf(JournalFormatException.class);
  }

  @Test
  void twoLinesAreABatchToo() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
      store.open(List.of(SampleHandles.SECOND, SampleHandles.THIRD));
    }
    String recorded = Files.readString(file);

    assertThat(recorded)
        .isEqualTo(
            """
            reelay-handles 1
            fb246e75 +toapis:task_1
            %1$s
            %2$s +22codex:sora-2:abc
            %3$s +xingchaoyiqing:9f3a
            %1$s
            """
                .formatted(
                    recorded.lines().toList().get(2),
                    recorded.lines().toList().get(3).substring(0, 8),
                    recorded.lines().toList().get(4).substring(0, 8)));
    assertThat(recorded.lines().toList().get(2).substring(9))
        .isEqualTo("-reelay.batch:000000000041-%012d", recorded.length());

    Files.writeString(file, recorded.replace("+22codex:so", "\0".repeat(11)));
    assertThat(opened()).containsExactly(SampleHandles.FIRST, SampleHandles.THIRD);
  }

  @Test
  void aJournalWithoutMarksOpensAndAMissingPageInItIsRefused() throws IOException {
    String old = recorded().length > 0 ? Files.readString(file) : "";
    Files.writeString(file, old.replaceAll("(?m)^.*reelay.batch.*\n", ""));
    byte[] unmarked = Files.readAllBytes(file);

    assertThat(opened()).hasSize(1001);
    Files.write(file, lost(unmarked, PAGE, 2 * PAGE, "zeros"));
    assertThatThrownBy(this::opened).isInstanceOf(JournalFormatException.class);
    Files.write(file, lost(unmarked, PAGE, unmarked.length, "zeros"));
    assertThat(opened()).hasSizeBetween(100, 200);
  }

  @Test
  void aMarkIsALineThatChangesNothingForAProgramThatKnowsNone() throws IOException {
    recorded();
    JournalParser parser = new JournalParser();
    Set<TaskHandle> open = new HashSet<>();
    int marks = 0;
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      byte[] bytes = line.getBytes(UTF_8);
      JournalLine parsed = parser.parse(bytes, 0, bytes.length);
      if (parsed.opened()) {
        open.add(parsed.handle());
      } else {
        assertThat(open.remove(parsed.handle())).isFalse();
        marks++;
      }
    }

    assertThat(open).containsExactlyInAnyOrderElementsOf(all());
    assertThat(marks).isEqualTo(lines.size() - 1 - 1001).isGreaterThan(27_000 / PAGE);
  }

  @Test
  void aBatchIsAsLongAsItSaysWhateverItsIds() throws IOException {
    List<TaskHandle> ids = new ArrayList<>();
    for (int length : new int[] {1, 3900, 4000, 5000, 70_000, 2}) {
      ids.add(new TaskHandle("toapis", "任".repeat(length)));
      ids.add(new TaskHandle("22codex", "\\".repeat(length)));
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(ids);
      store.close(ids.subList(0, 3));
    }

    long from = Files.size(file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(lines.size() - 1)).endsWith(String.format("-%012d", from));
    assertThat(opened()).containsExactlyElementsOf(ids.subList(3, ids.size()));
  }
}
