package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another program deletes, moves or replaces the file of an open journal. */
@Timeout(60)
class JournalMovedTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  private String moved(String found) {
    return "expected the journal "
        + file
        + " to be the file that was opened, found "
        + found
        + "; bring it back, or open the journal again";
  }

  @Test
  void aDeletedFileIsNoticedAtTheNextChange() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(List.of(SampleHandles.FIRST));
      Files.delete(file);

      assertThatThrownBy(() -> store.add(List.of(SampleHandles.SECOND)))
          .isInstanceOf(JournalMovedException.class)
          .hasMessage(moved("it deleted or moved"));
      assertThatThrownBy(() -> store.remove(List.of(SampleHandles.FIRST)))
          .isInstanceOf(JournalMovedException.class);

      assertThat(store.handles()).containsExactly(SampleHandles.FIRST);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aReplacedFileIsNeitherWrittenNorReplaced() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(SampleHandles.numbered(0, 1001));
      Files.move(file, folder.resolve("moved"));
      Files.writeString(file, "another program's");

      assertThatThrownBy(() -> store.remove(SampleHandles.numbered(0, 1001)))
          .isInstanceOf(JournalMovedException.class)
          .hasMessage(moved("another file in its place"));
      assertThat(file).hasContent("another program's");

      Files.move(folder.resolve("moved"), folder.resolve("back"));
      Files.delete(file);
      Files.move(folder.resolve("back"), file);
      store.remove(SampleHandles.numbered(0, 1001));
      assertThat(file).hasContent("reelay-handles 1\n");
    }
  }

  @Test
  void aLinkToTheMovedFileIsNotFollowed() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      Files.move(file, folder.resolve("moved"));
      Files.createSymbolicLink(file, folder.resolve("moved"));

      assertThatThrownBy(() -> store.add(List.of(SampleHandles.FIRST)))
          .isInstanceOf(JournalMovedException.class);
    }
    assertThat(file).isSymbolicLink();
  }

  /** Whether the file goes before the write, at the force behind it, or in a compaction. */
  @ParameterizedTest
  @ValueSource(strings = {"write", "force"})
  void nothingIsKeptInAFileThatGoesMeanwhile(String when) throws IOException {
    FaultyFileOperations disk = new FaultyFileOperations();
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      disk.fails = step -> step.equals(when) && !file.toFile().delete();

      assertThatThrownBy(() -> store.add(List.of(SampleHandles.FIRST)))
          .isInstanceOf(JournalMovedException.class);
      assertThat(store.handles()).isEmpty();
    }
  }

  @Test
  void aCompactionReplacesNothingButItsOwnFile() throws IOException {
    FaultyFileOperations disk = new FaultyFileOperations();
    try (HandleStore store = JournalHandleStore.open(file, disk)) {
      store.add(SampleHandles.numbered(0, 1001));
      disk.fails = step -> step.equals("create") && !Files.exists(replaced());
      store.remove(SampleHandles.numbered(0, 1001));

      assertThat(disk.steps).endsWith("create", "write", "force");
      assertThat(file).hasContent("another program's");
      assertThat(folder.resolve("state.compacting")).doesNotExist();
    }
  }

  private Path replaced() {
    try {
      Files.move(file, folder.resolve("moved"));
      return Files.writeString(file, "another program's");
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void aSecondProcessIsRefusedThoughTheLockWasDeleted() throws Exception {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(SampleHandles.numbered(0, 1001));
      store.remove(SampleHandles.numbered(0, 1001));
      Files.delete(folder.resolve("state.lock"));

      Process second = JournalHolder.start(file);

      assertThat(second.inputReader().readLine())
          .isEqualTo(
              "expected the journal %s to be free, found it open in another process; stop that one"
                  + " first, or choose another file",
              file);
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      store.add(List.of(SampleHandles.FIRST));
    }
  }
}
