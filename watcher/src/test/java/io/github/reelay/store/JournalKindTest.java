package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing but a regular file, or nothing, is opened, replaced or waited for. */
@Timeout(60)
class JournalKindTest {
  @TempDir private Path given;
  private Path folder;
  private Path file;

  @BeforeEach
  void real() throws IOException {
    folder = given.toRealPath();
    file = folder.resolve("state");
  }

  private static void plant(String kind, Path at) throws Exception {
    switch (kind) {
      case "FIFO" -> run("mkfifo", at.toString());
      case "character device" -> run("mknod", at.toString(), "c", "1", "3");
      case "block device" -> run("mknod", at.toString(), "b", "7", "200");
      case "folder" -> Files.createDirectory(at);
      case "symbolic link" -> Files.createSymbolicLink(at, at.resolveSibling("elsewhere"));
      default -> {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
          socket.bind(UnixDomainSocketAddress.of(at));
        }
      }
    }
  }

  private static void run(String... command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      assumeTrue(false, "no " + command[0]);
      return;
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assumeTrue(process.exitValue() == 0, command[0] + " is not permitted");
  }

  private static Object identity(Path path) throws IOException {
    return List.of(
        Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS),
        Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS));
  }

  private void assertRefused(Path opened, Path planted, String role, String kind)
      throws IOException {
    Object before = identity(planted);

    assertThatThrownBy(() -> JournalHandleStore.open(opened))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "expected a regular file or nothing for %s %s, found a %s; name another file for the"
                + " journal, or move that away",
            role, planted, kind);

    assertThat(identity(planted)).isEqualTo(before);
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"FIFO", "character device", "block device", "socket", "symbolic link"})
  void theJournalIsARegularFile(String kind) throws Exception {
    plant(kind, file);

    assertRefused(file, file, "the journal", kind);
    assertThatThrownBy(() -> JournalHandleStore.repair(file)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource({"FIFO", "character device", "socket"})
  void aLinkLeadsToARegularFile(String kind) throws Exception {
    plant(kind, file);
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    assertRefused(link, file, "the journal", kind);
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aLinkToTheNullDeviceIsRefused() throws Exception {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "no /dev/null");
    Path link = Files.createSymbolicLink(file, device);

    assertRefused(link, device, "the journal", "character device");
    Files.delete(link); // else JUnit warns that it leads out of its folder
  }

  @ParameterizedTest
  @CsvSource({"FIFO", "character device", "socket", "symbolic link", "folder"})
  void soIsItsLock(String kind) throws Exception {
    Path lock = folder.resolve("state.lock");
    plant(kind, lock);

    assertRefused(file, lock, "the lock of the journal,", kind);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"FIFO", "character device", "socket", "symbolic link", "folder"})
  void soIsWhatReplacesIt(String kind) throws Exception {
    Path sibling = folder.resolve("state.compacting");
    plant(kind, sibling);

    assertRefused(file, sibling, "the copy that replaces the journal,", kind);
  }

  @ParameterizedTest
  @CsvSource({"FIFO", "character device", "symbolic link", "folder"})
  void aCompactionLeavesAloneWhatIsPlantedMeanwhile(String kind) throws Exception {
    Path sibling = folder.resolve("state.compacting");
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(SampleHandles.numbered(0, 1001));
      plant(kind, sibling);
      Object before = identity(sibling);

      store.remove(SampleHandles.numbered(0, 1001));
      store.add(List.of(SampleHandles.FIRST));

      assertThat(identity(sibling)).isEqualTo(before);
      Files.delete(sibling);
    }
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).containsExactly(SampleHandles.FIRST);
    }
  }

  @Test
  void aHardLinkIsNotWrittenThrough() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "12345");
    Path lock = Files.createLink(folder.resolve("state.lock"), victim);

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .hasMessage(
            "expected a file with a process id or nothing for the lock of the journal, %s, found"
                + " one with a second name (a hard link); name another file for the journal, or"
                + " move that away",
            lock);
    assertThat(victim).hasContent("12345");

    Files.delete(lock);
    Files.createLink(folder.resolve("state.compacting"), victim);
    JournalHandleStore.open(file).close();
    assertThat(victim).hasContent("12345");
  }

  @Test
  void anotherFileWithTheNameOfTheLockIsLeftAsItIs() throws IOException {
    Path other = Files.writeString(folder.resolve("state.lock"), "dependencies:\n  left-pad: 1\n");

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .hasMessage(
            "expected a file with a process id or nothing for the lock of the journal, %s, found"
                + " another file; name another file for the journal, or move that away",
            other);
    assertThat(other).hasContent("dependencies:\n  left-pad: 1\n");
  }
}
