package io.github.reelay.store;

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

/** What can be read of a damaged journal is kept, and all of it in a copy. */
class JournalRepairTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  private String damaged() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
      store.open(List.of(SampleHandles.SECOND));
      store.open(List.of(SampleHandles.THIRD));
    }
    String damaged = Files.readString(file).replace("sora-2", "sora-3");
    Files.writeString(file, damaged);
    return damaged;
  }

  @Test
  void keepsWhatCanBeReadAndACopy() throws IOException {
    String damaged = damaged();
    Path copy = folder.toRealPath().resolve("state.damaged-1");

    JournalRepair repair = JournalHandleStore.repair(file);

    TaskHandle perhaps = TaskHandle.parse("22codex:sora-3:abc");
    assertThat(repair.open()).containsExactly(SampleHandles.FIRST, SampleHandles.THIRD);
    assertThat(repair.dropped()).containsExactly(new DamagedLines(3, 3, perhaps));
    assertThat(repair)
        .hasToString(
            "repaired the journal %s: dropped line 3 (perhaps 22codex:sora-3:abc), open"
                + " handles: 2; a copy as it was is %s",
            file, copy);
    assertThat(copy).hasContent(damaged);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).isEqualTo(repair.open());
    }
  }

  @Test
  void overwritesNoEarlierCopy() throws IOException {
    String damaged = damaged();
    Files.writeString(folder.resolve("state.damaged-1"), "earlier");
    Files.createSymbolicLink(folder.resolve("state.damaged-2"), folder.resolve("elsewhere"));

    JournalRepair repair = JournalHandleStore.repair(file);

    assertThat(repair.copy()).hasFileName("state.damaged-3").hasContent(damaged);
    assertThat(folder.resolve("state.damaged-1")).hasContent("earlier");
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void leavesAWholeJournalAsItIs() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
    }
    byte[] before = Files.readAllBytes(file);

    JournalRepair repair = JournalHandleStore.repair(file);

    assertThat(repair)
        .hasToString("the journal %s is not damaged; open handles: 1", file)
        .isEqualTo(new JournalRepair(file, repair.open(), List.of(), null));
    assertThat(file).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining("glob:**damaged*");
  }

  @Test
  void mendsALostHeader() throws IOException {
    String damaged = damaged();
    Files.writeString(file, "\0".repeat(16) + damaged.substring(16));

    JournalRepair repair = JournalHandleStore.repair(file);

    assertThat(repair.open()).containsExactly(SampleHandles.FIRST, SampleHandles.THIRD);
    assertThat(file).content().startsWith("reelay-handles 1\n");
  }

  @Test
  void refusesWhatIsNoJournal() throws IOException {
    Files.writeString(file, "shopping list\n");
    assertThatThrownBy(() -> JournalHandleStore.repair(file))
        .isInstanceOf(JournalFormatException.class);
    assertThat(file).hasContent("shopping list\n");
    Files.writeString(file, "reelay-handles 2\nnew\n");
    assertThatThrownBy(() -> JournalHandleStore.repair(file))
        .isInstanceOf(JournalFormatException.class);

    Path none = file.resolveSibling("none");
    assertThatThrownBy(() -> JournalHandleStore.repair(none))
        .hasMessage("expected a journal to repair at %s, found none; check the name", none);
    assertThat(folder).isDirectoryNotContaining("glob:**none*");
  }

  @Test
  void refusesAJournalThatIsOpen() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThatThrownBy(() -> JournalHandleStore.repair(file))
          .isInstanceOf(JournalInUseException.class);
      store.open(List.of(SampleHandles.FIRST));
    }
  }

  @Test
  void everyStepMayFailAndNothingIsLost() throws IOException {
    String damaged = damaged();
    FaultyFileOperations whole = new FaultyFileOperations();
    JournalHandleStore.repair(file, whole);
    for (int step = 0; step < whole.steps.size(); step++) {
      Files.writeString(file, damaged);
      FaultyFileOperations disk = FaultyFileOperations.dyingAt(step, 0.5);

      assertThatThrownBy(() -> JournalHandleStore.repair(file, disk))
          .isInstanceOf(FaultyFileOperations.Died.class);

      assertThat(JournalHandleStore.repair(file).open())
          .containsExactly(SampleHandles.FIRST, SampleHandles.THIRD);
    }
  }
}
