package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals with times of submission, and those that older versions of the library read. */
class JournalVersionTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  /** By which an older version of the library recognises the header of a later journal. */
  private static final Pattern OTHER_VERSION = Pattern.compile("reelay-handles (?!1\\b)\\d+");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  private void copyRecorded() throws IOException {
    try (InputStream recorded = getClass().getResourceAsStream("journal-version-1")) {
      Files.copy(recorded, file);
    }
  }

  private static final TaskHandle[] RECORDED = {
    SampleHandles.FIRST,
    SampleHandles.SECOND,
    TaskHandle.parse("toapis:任务 \\1"),
    TaskHandle.parse("toapis:@2026-01-01T00:00:00Z toapis:x"),
    TaskHandle.parse("toapis:task_7"),
    TaskHandle.parse("toapis:task_8")
  };

  @Test
  void aJournalOfAnOlderVersionOpensAndStaysReadableForIt() throws IOException {
    copyRecorded();
    String before = Files.readString(file);

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).containsExactly(RECORDED);
      assertThat(store.handles()).allMatch(handle -> store.submittedAt(handle) == null);
      store.add(List.of(SampleHandles.THIRD));
    }

    assertThat(Files.readString(file)).isEqualTo(before + "ef7d7d13 +xingchaoyiqing:9f3a\n");
  }

  @Test
  void theFirstTimeOfSubmissionMakesItANewerOneThatKeepsEveryHandle() throws IOException {
    copyRecorded();
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(Map.of(SampleHandles.THIRD, TIME));
    }

    assertThat(file).content().startsWith("reelay-handles 2\n");
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).startsWith(RECORDED).endsWith(SampleHandles.THIRD);
      assertThat(store.submittedAt(SampleHandles.THIRD)).isEqualTo(TIME);
      assertThat(store.submittedAt(SampleHandles.FIRST)).isNull();
    }
  }

  @Test
  void anOlderVersionRecognisesTheNewerHeader() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(Map.of(SampleHandles.FIRST, TIME));
    }

    Matcher header = OTHER_VERSION.matcher(Files.readString(file));
    assertThat(header.lookingAt()).isTrue();
    assertThat(header.group()).isEqualTo("reelay-handles 2");
    assertThat(file)
        .content()
        .isEqualTo("reelay-handles 2\nba16d062 @2026-01-01T00:00:00Z toapis:task_1\n");
  }

  @Test
  void itIsOfTheOlderVersionAgainWhenItIsCompactedWithoutAnyTime() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(Map.of(SampleHandles.FIRST, TIME));
      store.add(SampleHandles.numbered(10, 1500));
      store.remove(SampleHandles.numbered(10, 1500));
      assertThat(file).content().startsWith("reelay-handles 2\n").contains("@2026");
      store.remove(List.of(SampleHandles.FIRST));
      store.add(SampleHandles.numbered(10, 1500));
      store.remove(SampleHandles.numbered(10, 1500));
    }

    assertThat(file).content().isEqualTo("reelay-handles 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.123456789Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void everyTimeIsKeptExactly(String time) throws IOException {
    TaskHandle handle = new TaskHandle("22codex", "任务 a:b @");
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(Map.of(handle, Instant.parse(time)));
    }

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).containsExactly(handle);
      assertThat(store.submittedAt(handle)).isEqualTo(Instant.parse(time));
    }
  }

  @Test
  void thousandsOfTimesAreKeptInOneBatch() throws IOException {
    Map<TaskHandle, Instant> all = new HashMap<>();
    for (TaskHandle handle : SampleHandles.numbered(0, 5000)) {
      all.put(handle, TIME.plusMillis(all.size()));
    }
    FaultyFileOperations disk = new FaultyFileOperations();
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      store.add(Map.of(SampleHandles.THIRD, TIME));
      disk.steps.clear();
      store.add(all);
    }

    assertThat(disk.steps).containsOnlyOnce("force").doesNotContain("replace");
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).hasSize(5001);
      assertThat(all).allSatisfy((task, at) -> assertThat(store.submittedAt(task)).isEqualTo(at));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "force", "replace", "forceFolder"})
  void whatCannotBecomeANewerOneKeepsWhatItHad(String step) throws IOException {
    copyRecorded();
    FaultyFileOperations disk = new FaultyFileOperations();
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      disk.fails = step::equals;
      assertThatThrownBy(() -> store.add(Map.of(SampleHandles.THIRD, TIME)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(step + " failed'");
      assertThat(store.handles()).containsExactly(RECORDED);
    }

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).containsExactly(RECORDED);
    }
  }

  @Test
  void theTimeOfAKeptHandleDoesNotChange() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(List.of(SampleHandles.FIRST));
      store.add(Map.of(SampleHandles.FIRST, TIME));

      assertThat(store.submittedAt(SampleHandles.FIRST)).isNull();
    }
    assertThat(file).content().startsWith("reelay-handles 1\n");
  }

  @Test
  void aDamagedLineWithATimeIsNamed() throws IOException {
    Files.writeString(
        file,
        "reelay-handles 2\n"
            + "ba16d062 @2026-01-01T00:00:01Z toapis:task_1\n"
            + "fb246e75 +toapis:task_1\n");

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(JournalFormatException.class)
        .hasMessageContaining("found damage in line 2 (perhaps toapis:task_1);");
  }
}
