package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may have the names that a download uses. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class DestinationNamesTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 12);

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

  private DownloadOutcome fetch(boolean replace) {
    return fixture.fetch(fixture.builder().replace(replace), host.url("/a.mp4"));
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    Assumptions.assumeTrue(process.waitFor() == 0, () -> String.join(" ", command));
  }

  private void isRefused(Path place) throws IOException {
    for (boolean replace : new boolean[] {false, true}) {
      assertThat(DownloadFixture.failure(fetch(replace)))
          .isEqualTo(
              DownloadFixture.failure(
                  DownloadFailureKind.DISK,
                  "toapis:ok-1: expected a regular file or none at "
                      + place
                      + ", found something else, such as a device, pipe or link; move it away, or"
                      + " choose another file"));
    }
    assertThat(isRegular(place)).isFalse();
    assertThat(host.requests()).isEmpty();
  }

  private static boolean isRegular(Path place) {
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
  }

  @Test
  void neitherWaitsForAPipeNorReplacesIt() throws Exception {
    run("mkfifo", fixture.file.toString());

    isRefused(fixture.file);
  }

  @Test
  void replacesNoSocket() throws Exception {
    // A path of a socket is short.
    Path near = Files.createTempDirectory(Path.of("/tmp"), "reelay");
    Path name = near.resolve("s");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(name));
      Files.move(name, fixture.file);

      isRefused(fixture.file);
    } finally {
      Files.delete(near);
    }
  }

  @Test
  void replacesNoDevice() throws Exception {
    run("mknod", fixture.file.toString(), "c", "1", "3"); // where that is permitted

    isRefused(fixture.file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "nothing"})
  void replacesNoLinkToSomethingElse(String to) throws IOException {
    Files.createSymbolicLink(fixture.file, Path.of(to));

    isRefused(fixture.file);
    Files.delete(fixture.file); // else JUnit warns that it leads out of its folder
  }

  @Test
  void readsAVideoThroughALinkButNeverReplacesTheLink() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), FILM.bytes());
    Files.createSymbolicLink(fixture.file, elsewhere);

    assertThat(fetch(false).savedOrThrow().alreadyThere()).isTrue();
    assertThat(DownloadFixture.failure(fetch(true)).kind()).isEqualTo(DownloadFailureKind.DISK);
    assertThat(Files.isSymbolicLink(fixture.file)).isTrue();
  }

  @Test
  void neitherWaitsForAPipeAsPartNorWritesToIt() throws Exception {
    run("mkfifo", fixture.part().toString());

    isRefused(fixture.part());
  }

  @Test
  void takesNoPipeForTheNote() throws Exception {
    fixture.leave(FILM, 1_000);
    Files.delete(fixture.info());
    run("mkfifo", fixture.info().toString());

    fetch(false).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(host.requests().get(0).header("Range")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {".part", ".part.info", ".part.info.new"})
  void writesThroughNoHardLink(String end) throws IOException {
    Path precious = Files.write(folder.resolve("precious"), FILM.first(1_000));
    Files.createLink(folder.resolve("video.mp4" + end), precious);
    if (!end.equals(".part")) {
      Files.write(fixture.part(), FILM.first(500));
    }

    fetch(false).savedOrThrow();

    assertThat(precious).hasBinaryContent(FILM.first(1_000));
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(fixture.files()).containsExactly("precious", "video.mp4");
  }

  @Test
  void removesWhatIsLeftByAProcessThatDiedBetweenTheTwoNames() throws IOException {
    Files.write(fixture.file, FILM.bytes());
    Files.createLink(fixture.part(), fixture.file);
    Files.writeString(fixture.info(), "whatever");

    assertThat(fetch(false).savedOrThrow().alreadyThere()).isTrue();

    assertThat(fixture.files()).containsExactly("video.mp4");
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void replacesAVideoThatHasTheNameOfItsPartToo() throws IOException {
    SampleMp4 old = SampleMp4.of(1_000, 13);
    Files.write(fixture.file, old.bytes());
    Files.createLink(fixture.part(), fixture.file);
    Files.createLink(folder.resolve("copy"), fixture.file);

    fetch(true).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(folder.resolve("copy")).hasBinaryContent(old.bytes());
  }

  @Test
  void findsTheVideoByTheNameOfAnEarlierVersion() throws IOException {
    TaskHandle handle = new TaskHandle("toapis", "task_01KBX");
    Path former = Files.write(folder.resolve("toapis-task_01KBX.mp4"), FILM.bytes());

    assertThat(saved(handle).file()).isEqualTo(former);
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void distinguishesTheNameOfAnEarlierVersionFromThatOfAnotherTask() throws IOException {
    Files.write(folder.resolve("toapis-task_01kbx.mp4"), SampleMp4.of(1_000, 13).bytes());
    Path expected = folder.resolve("toapis-task_01KBX~70.mp4");

    assertThat(saved(new TaskHandle("toapis", "task_01KBX")).file()).isEqualTo(expected);
    assertThat(expected).hasBinaryContent(FILM.bytes());
  }

  private DownloadOutcome.Saved saved(TaskHandle handle) {
    Downloader downloader = fixture.open(fixture.builder());
    Path file = folder.resolve(VideoFileName.of(handle));
    return DownloadFixture.get(
            downloader.downloadByFormat(DownloadFixture.task(handle, host.url("/a")), file))
        .savedOrThrow();
  }

  @Test
  void doesNotFollowALinkThatIsPlantedAsPart() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
    Files.createSymbolicLink(fixture.part(), elsewhere);

    isRefused(fixture.part());

    assertThat(elsewhere).hasContent("precious");
    assertThat(Files.readAttributes(elsewhere, BasicFileAttributes.class).size()).isEqualTo(8);
  }
}
