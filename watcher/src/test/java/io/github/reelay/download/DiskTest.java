package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 10);

  @RegisterExtension final RecordedLog log = RecordedLog.of(Downloader.class);

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
    assertThat(log.lines())
        .containsExactly(
            "WARNING expected to close the part of "
                + fixture.file
                + " (DirectoryNotEmptyException)");
  }
}
