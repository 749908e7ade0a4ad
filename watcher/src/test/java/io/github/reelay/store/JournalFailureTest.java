package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk is full, or broken. */
class JournalFailureTest {
  @TempDir private Path folder;
  private final FaultyFileOperations disk = new FaultyFileOperations();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("state");
  }

  private String unwritable(String step) throws IOException {
    return unwritable(file, step);
  }

  private String unwritable(Path journal, String step) throws IOException {
    return "expected to write to the journal "
        + folder.toRealPath().resolve(journal.getFileName())
        + ", found '"
        + step
        + " failed'; make room on its disk or repair it, and try again";
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "force"})
  void aFailedChangeLeavesNothingBehind(String step) throws IOException {
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      store.add(List.of(SampleHandles.FIRST));
      byte[] before = Files.readAllBytes(file);
      disk.fails = step::equals;

      assertThatThrownBy(() -> store.add(List.of(SampleHandles.SECOND, SampleHandles.THIRD)))
          .isInstanceOf(IOException.class)
          .hasMessage(unwritable(step));
      assertThatThrownBy(() -> store.remove(List.of(SampleHandles.FIRST)))
          .isInstanceOf(IOException.class)
          .hasMessage(unwritable(step));

      assertThat(store.handles()).containsExactly(SampleHandles.FIRST);
      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void whatAFailedWriteLeftIsCutOffBeforeTheNext() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      store.add(List.of(SampleHandles.FIRST));
      disk.fails = step -> !step.equals("create");
      assertThatThrownBy(() -> store.add(List.of(SampleHandles.SECOND)))
          .hasMessage(unwritable("write"))
          .satisfies(failed -> assertThat(failed.getCause().getSuppressed()).hasSize(1));
      assertThatThrownBy(() -> store.add(List.of(SampleHandles.SECOND)))
          .hasMessage(unwritable("truncate"));

      disk.fails = step -> false;
      store.add(List.of(SampleHandles.THIRD));
    }

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).containsExactly(SampleHandles.FIRST, SampleHandles.THIRD);
    }
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "force", "replace"})
  void aCompactionThatFailsHarmsNobodyAndIsTriedAgain(String step) throws IOException {
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      store.add(SampleHandles.numbered(0, 1001));
      disk.steps.clear();
      disk.fails = name -> name.equals(step) && disk.steps.contains("create");
      store.remove(SampleHandles.numbered(0, 1001));

      assertThat(disk.steps).endsWith(step);
      assertThat(folder.resolve("state.compacting")).doesNotExist();
      assertThat(store.handles()).isEmpty();

      disk.fails = name -> false;
      store.add(SampleHandles.numbered(0, 1001));
      store.remove(SampleHandles.numbered(0, 1001));
      assertThat(file).hasContent("reelay-handles 1\n");
    }
  }

  @Test
  void nothingIsKeptInAReplacedFileBeforeItsFolderIsForced() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      store.add(SampleHandles.numbered(0, 1001));
      disk.fails = "forceFolder"::equals;
      store.remove(SampleHandles.numbered(0, 1001));
      assertThatThrownBy(() -> store.add(List.of(SampleHandles.FIRST)))
          .hasMessage(unwritable("forceFolder"));

      disk.fails = step -> false;
      disk.steps.clear();
      store.add(List.of(SampleHandles.FIRST));

      assertThat(disk.steps).containsExactly("forceFolder", "write", "force");
    }
  }

  @Test
  void aJournalThatCouldNotBeBegunCanBeBegunLater() throws IOException {
    for (String step : Arrays.asList("create", "write", "force", "replace", "forceFolder")) {
      Path own = folder.resolve(step);
      disk.fails = step::equals;
      assertThatThrownBy(() -> JournalHandleStore.open(own, disk))
          .hasMessage(unwritable(own, step));

      try (HandleStore store = JournalHandleStore.open(own)) {
        store.add(List.of(SampleHandles.FIRST));
        assertThat(store.handles()).containsExactly(SampleHandles.FIRST);
      }
    }
  }
}
