package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

      store.open(List.of(Handles.FIRST));
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).containsExactly(Handles.FIRST);
    }
  }

  @Test
  void aSecondProcessIsRefusedEvenAfterASecondStoreAndACompaction() throws Exception {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(Handles.numbered(0, 1001));
      store.close(Handles.numbered(0, 1001));
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
}
