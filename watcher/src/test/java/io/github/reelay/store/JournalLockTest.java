package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class JournalLockTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  private String inUse(String holder) {
    return "expected the journal "
        + file
        + " to be free, found it open in "
        + holder
        + "; stop that one first, or choose another file";
  }

  @Test
  void aSecondStoreIsRefused() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThatThrownBy(() -> JournalHandleStore.open(file.resolveSibling("./state")))
          .isInstanceOf(JournalInUseException.class)
          .hasMessage(inUse("this process"));

      store.open(List.of(SampleHandles.FIRST));
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).containsExactly(SampleHandles.FIRST);
    }
  }

  @Test
  void aSecondProcessIsRefusedEvenAfterASecondStoreAndACompaction() throws Exception {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(SampleHandles.numbered(0, 1001));
      store.close(SampleHandles.numbered(0, 1001));
      assertThatThrownBy(() -> JournalHandleStore.open(file)).isInstanceOf(IOException.class);

      Process second = JournalHolder.start(file);

      assertThat(second.inputReader().readLine())
          .isEqualTo(inUse("process " + ProcessHandle.current().pid()));
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aProcessHoldsItsJournalUntilItIsKilled() throws Exception {
    Process first = JournalHolder.start(file);
    assertThat(first.inputReader().readLine()).isEqualTo("open 0");

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(JournalInUseException.class)
        .hasMessage(inUse("process " + first.pid()));

    first.destroyForcibly().waitFor();
    JournalHandleStore.open(file).close();
  }

  @Test
  void closingAStoreTwiceLeavesTheLockOfTheNextOneAlone() throws Exception {
    HandleStore first = JournalHandleStore.open(file);
    first.close();
    try (HandleStore next = JournalHandleStore.open(file)) {
      first.close();
      assertThatThrownBy(() -> JournalHandleStore.open(file)).isInstanceOf(IOException.class);

      Process second = JournalHolder.start(file);

      assertThat(second.inputReader().readLine())
          .isEqualTo(inUse("process " + ProcessHandle.current().pid()));
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(next.open()).isEmpty();
    }
  }

  @Test
  void aLockTakenElsewhereInThisProcessIsRespected() throws IOException {
    try (RandomAccessFile other =
            new RandomAccessFile(folder.resolve("state.lock").toFile(), "rw");
        FileLock lock = other.getChannel().lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> JournalHandleStore.open(file))
          .isInstanceOf(JournalInUseException.class)
          .hasMessage(inUse("this process"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "./state", "symbolic", "hard"})
  void aRefusedSecondStoreLeavesTheLockOfTheFirst(String name) throws Exception {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
      Files.createSymbolicLink(folder.resolve("symbolic"), file);
      Files.createLink(folder.resolve("hard"), file);

      assertThatThrownBy(() -> JournalHandleStore.open(file.resolveSibling(name)))
          .isInstanceOf(JournalInUseException.class)
          .hasMessageContaining(" to be free, found it open in this process; ");

      Process second = JournalHolder.start(file);
      assertThat(second.inputReader().readLine())
          .isEqualTo(inUse("process " + ProcessHandle.current().pid()));
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      store.open(List.of(SampleHandles.SECOND));
    }
  }

  @Test
  void soDoesARefusedStoreWhoseLockIsTheSameFile() throws Exception {
    try (HandleStore store = JournalHandleStore.open(file)) {
      Path lock = folder.resolve("other.lock");
      Files.createLink(lock, folder.resolve("state.lock"));

      assertThatThrownBy(() -> JournalHandleStore.open(folder.resolve("other")))
          .isInstanceOf(JournalInUseException.class);

      Files.delete(lock);
      Process second = JournalHolder.start(file);
      assertThat(second.inputReader().readLine())
          .isEqualTo(inUse("process " + ProcessHandle.current().pid()));
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(store.open()).isEmpty();
    }
  }

  @Test
  void aSecondProcessIsRefusedUnderAnotherNameOfTheFile() throws Exception {
    try (HandleStore store = JournalHandleStore.open(file)) {
      Path hard = Files.createLink(file.resolveSibling("hard"), file);

      Process second = JournalHolder.start(hard);

      assertThat(second.inputReader().readLine())
          .startsWith("expected the journal " + hard + " to be free, found it open in another");
      assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
      store.open(List.of(SampleHandles.FIRST));
    }
  }

  @Test
  void nothingIsLeftOpenWhetherAStoreIsClosedOrRefused() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(descriptors), "no " + descriptors);
    Path damaged = Files.writeString(file.resolveSibling("damaged"), "reelay-handles 1\nx\n");
    Path broken = file.resolveSibling("broken");
    for (int i = 0; i < 50; i++) {
      try (HandleStore store = JournalHandleStore.open(file)) {
        store.open(SampleHandles.numbered(0, 1001));
        assertThatThrownBy(() -> JournalHandleStore.open(file)).isInstanceOf(IOException.class);
        store.close(SampleHandles.numbered(0, 1001));
      }
      assertThatThrownBy(() -> JournalHandleStore.open(damaged)).isInstanceOf(IOException.class);
      FaultyFileOperations disk = FaultyFileOperations.dyingAt(i % 4, 0.5);
      assertThatThrownBy(() -> JournalHandleStore.open(broken, disk)).isInstanceOf(Error.class);
      Files.deleteIfExists(broken);
    }

    try (Stream<Path> open = Files.list(descriptors)) {
      assertThat(open.filter(each -> leadsInto(each, folder))).isEmpty();
    }
  }

  private static boolean leadsInto(Path descriptor, Path folder) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
