package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalPathTest {
  @TempDir private Path given;
  private Path folder;

  @BeforeEach
  void real() throws IOException {
    folder = given.toRealPath();
  }

  @Test
  void aFolderIsNoJournal() {
    assertThatThrownBy(() -> JournalHandleStore.open(folder))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "expected a file for the journal, found the folder %s; name a file in it", folder);
  }

  @Test
  void theFolderMustExist() {
    Path file = folder.resolve("missing/state");

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "expected a folder for the journal %s, found none; create %s",
            file, folder.resolve("missing"));
  }

  @Test
  void aLinkIsFollowedAndStays() throws IOException {
    Path file = folder.resolve("state");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Files.createFile(file);
    try (HandleStore store = JournalHandleStore.open(link)) {
      store.add(List.of(SampleHandles.FIRST));

      assertThatThrownBy(() -> JournalHandleStore.open(file))
          .isInstanceOf(JournalInUseException.class);
    }

    assertThat(link).isSymbolicLink();
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void whatMayNotBeWrittenIsSaidImmediately() throws IOException {
    Path file = Files.createFile(folder.resolve("state"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(file), "the superuser may write everything");

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "expected the journal %s and its folder to be readable and writable, found they are"
                + " not; change their permissions, or choose another file",
            file);
  }
}
