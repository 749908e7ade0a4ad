package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalHandleStoreTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  @Test
  void keepsHandlesBeyondItsEnd() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST, SampleHandles.SECOND, SampleHandles.THIRD));
      store.close(List.of(SampleHandles.SECOND));
    }

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).containsExactly(SampleHandles.FIRST, SampleHandles.THIRD);
    }
  }

  @Test
  void writesALineForEachChangeAndNoneForWhatIsNoChange() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
      store.open(List.of(SampleHandles.FIRST));
      store.close(List.of(SampleHandles.SECOND));
      store.close(List.of(SampleHandles.FIRST));
    }

    assertThat(file)
        .hasContent("reelay-handles 1\nfb246e75 +toapis:task_1\n06dbe710 -toapis:task_1\n");
  }

  @Test
  void forcesAGroupOnce() throws IOException {
    FaultyFileOperations disk = new FaultyFileOperations();
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      disk.steps.clear();

      store.open(SampleHandles.numbered(0, 100));

      assertThat(disk.steps).containsExactly("write", "force");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u000a", "\\", "\ud83c\udfac", "任务 1", " a ", "a:b:c"})
  void keepsEveryId(String id) throws IOException {
    TaskHandle handle = new TaskHandle("22codex", id);
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(handle));
    }

    assertThat(Files.readAllLines(file)).hasSize(2);
    assertThat(Files.readString(file).chars())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c));
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).containsExactly(handle);
    }
  }

  @Test
  void keepsIdsThatAreLongerThanItsBuffer() throws IOException {
    List<TaskHandle> handles =
        List.of(
            new TaskHandle("toapis", "x".repeat(300_000)),
            new TaskHandle("toapis", "y".repeat(65_500)));
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(handles);
    }

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).containsExactlyElementsOf(handles);
    }
  }

  @Test
  void staysSmallHoweverManyTasksPass() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.SECOND));
      for (int i = 0; i < 20; i++) {
        store.open(SampleHandles.numbered(0, 500));
        store.close(SampleHandles.numbered(0, 500));
      }

      assertThat(Files.readAllLines(file)).hasSizeLessThan(2000);
      assertThat(store.open()).containsExactly(SampleHandles.SECOND);
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).containsExactly(SampleHandles.SECOND);
    }
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    JournalHandleStore.open(file).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void keepsItsPermissionsWhenCompacted() throws IOException {
    Files.createFile(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(SampleHandles.numbered(0, 1001));
      store.close(SampleHandles.numbered(0, 1001));
    }

    assertThat(file).hasContent("reelay-handles 1\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void keepsWritingWhenItsThreadIsInterrupted() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      Thread.currentThread().interrupt();
      store.open(SampleHandles.numbered(0, 1001));
      store.close(SampleHandles.numbered(0, 1001));
      store.open(List.of(SampleHandles.FIRST));

      assertThat(Thread.interrupted()).isTrue();
    }
    Thread.currentThread().interrupt();
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.open()).containsExactly(SampleHandles.FIRST);
    }
  }

  @Test
  void refusesToWriteOnceItIsClosed() throws IOException {
    HandleStore store = JournalHandleStore.open(file);
    store.open(List.of(SampleHandles.FIRST));
    store.close();

    assertThatThrownBy(() -> store.open(List.of(SampleHandles.SECOND)))
        .isInstanceOf(IOException.class)
        .hasMessage("expected the journal %s to be open, found it closed; open it again", file);
    assertThat(store.open()).containsExactly(SampleHandles.FIRST);
  }

  @Test
  void isWrittenInUtf8() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(new TaskHandle("toapis", "任务")));
    }

    assertThat(new String(Files.readAllBytes(file), UTF_8)).contains("+toapis:任务\n");
  }
}
