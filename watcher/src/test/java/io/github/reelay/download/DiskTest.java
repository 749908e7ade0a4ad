package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 10);

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private DownloadFailure failureFor(Path file) {
    Downloader downloader = fixture.open(fixture.builder());
    return DownloadFixture.failure(
        DownloadFixture.get(downloader.download(DownloadFixture.task(host.url("/a.mp4")), file)));
  }

  @Test
  void saysThatThereIsNoDirectory() {
    Path file = folder.resolve("none").resolve("video.mp4");

    assertThat(failureFor(file))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.DISK,
                "toapis:ok-1: expected to write "
                    + file
                    + ", found no directory "
                    + folder.resolve("none")
                    + "; create it"));
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void saysThatThereIsADirectory() throws IOException {
    Files.createDirectory(fixture.file);

    assertThat(failureFor(fixture.file).message())
        .isEqualTo(
            "toapis:ok-1: expected to write "
                + fixture.file
                + ", found something else (IOException, it is a directory); check the disk");
    assertThat(failureFor(Path.of("/")).kind()).isEqualTo(DownloadFailureKind.DISK);
  }

  @Test
  void writesThroughNoLinkThatSomebodyLaid() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
    Files.createSymbolicLink(fixture.part(), elsewhere);

    assertThat(failureFor(fixture.file).kind()).isEqualTo(DownloadFailureKind.DISK);
    assertThat(elsewhere).hasContent("precious");
  }

  @Test
  void saysThatTheNoteCannotBeWritten() throws IOException {
    Files.createDirectories(fixture.info().resolve("in the way"));

    assertThat(failureFor(fixture.file).kind()).isEqualTo(DownloadFailureKind.DISK);
    assertThat(fixture.file).doesNotExist();
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(
            new IOException("No space left on device"),
            "no space left on its disk; make room and try again"),
        Arguments.of(
            new FileSystemException("a", null, "Disk quota exceeded"),
            "that the disk quota is used up; make room and try again"),
        Arguments.of(
            new FileSystemException("a", null, "Read-only file system"),
            "a read-only file system; choose another directory"),
        Arguments.of(
            new AccessDeniedException("a"),
            "that this is not permitted; check the permissions of its directory"),
        Arguments.of(
            new IOException("Input/output error"),
            "something else (IOException, Input/output error); check the disk"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void saysWhatToDo(IOException cause, String found) {
    assertThat(DiskErrors.found(fixture.file, cause)).isEqualTo(found);
  }
}
