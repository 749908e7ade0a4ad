package io.github.reelay.download;

import static io.github.reelay.download.HostScripts.first;
import static io.github.reelay.download.HostScripts.sized;
import static io.github.reelay.download.HostScripts.unsized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.github.reelay.internal.download.file.PartialFileInfo;
import io.github.reelay.internal.download.format.SampleVideos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a response decide what it is. */
class VideoBytesTest {
  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(new HostServer(sized(SampleVideos.MP4)));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private DownloadOutcome fetchByFormat() {
    Downloader downloader = fixture.open(fixture.builder());
    return DownloadFixture.get(
        downloader.downloadByFormat(DownloadFixture.task(host.url("/a")), fixture.file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "application/xml", "image/png", ""})
  void keepsAVideoOfAWrongType(String type) {
    host.script(sized(SampleVideos.MP4, "Content-Type: " + type));

    fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(SampleVideos.MP4);
  }

  @Test
  void resumesAVideoOfAWrongType() throws IOException {
    fixture.leave(Arrays.copyOf(SampleVideos.MP4, 3_000), PartialFileInfo.of("\"1\"", null, 5_144));
    host.script(
        (request, out) -> {
          HostServer.write(
              out, 206, "Content-Type: text/html", "Content-Range: bytes 3000-5143/5144");
          out.write(SampleVideos.MP4, 3_000, 2_144);
        });

    fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(SampleVideos.MP4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>expired</html>",
        "\u00ef\u00bb\u00bf\n <?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>",
        "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
        "\n\t {\"error\":\"gone\"}",
        "callback({\"error\":\"gone\"});",
        "The file that you ask for is gone"
      })
  void savesNoPageWhateverItsType(String page) throws IOException {
    for (byte[] body :
        new byte[][] {SampleVideos.bytes(page), SampleVideos.gzip(SampleVideos.bytes(page))}) {
      host.script(sized(body, "Content-Type: video/mp4"));

      assertThat(fixture.failureOf(host.url("/a.mp4")).kind())
          .isEqualTo(DownloadFailureKind.NOT_A_VIDEO);
      assertThat(fixture.files()).isEmpty();
    }
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        of(SampleVideos.MP4, "video.mp4"),
        of(SampleVideos.QUICKTIME, "video.mov"),
        of(SampleVideos.WEBM, "video.webm"),
        of(SampleVideos.MATROSKA, "video.mkv"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void endsTheNameThatWeChooseByTheFormat(byte[] video, String name) throws IOException {
    host.script(unsized(video, "Content-Type: video/mp4"));

    DownloadOutcome.Saved saved = fetchByFormat().savedOrThrow();

    assertThat(saved.file()).isEqualTo(folder.resolve(name)).hasBinaryContent(video);
    assertThat(fixture.files()).containsExactly(name);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void findsTheVideoThatIsThereInAnyFormat(byte[] video, String name) throws IOException {
    Files.write(folder.resolve(name), video);

    DownloadOutcome.Saved saved = fetchByFormat().savedOrThrow();

    assertThat(saved.alreadyThere()).isTrue();
    assertThat(saved.file()).isEqualTo(folder.resolve(name));
    assertThat(host.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void leavesANameThatTheCallerGave(byte[] video, String unused) throws IOException {
    host.script(sized(video));

    fixture.fetch(host.url("/a")).savedOrThrow();

    assertThat(fixture.files()).containsExactly("video.mp4");
    assertThat(fixture.file).hasBinaryContent(video);
  }

  @Test
  void savesWhatAWatcherFinishesUnderTheNameOfItsFormat() throws IOException {
    host.script(sized(SampleVideos.WEBM));

    Downloader downloader = fixture.open(fixture.builder());
    DownloadFixture.get(
        downloader
            .savingTo(folder)
            .apply(DownloadFixture.task(host.url("/a")))
            .toCompletableFuture());

    assertThat(folder.resolve("toapis-ok-1.webm")).hasBinaryContent(SampleVideos.WEBM);
  }

  static Stream<HostServer.Script> zipped() {
    byte[] zipped = SampleVideos.gzip(SampleVideos.MP4);
    return Stream.of(
        sized(zipped, "Content-Encoding: gzip", "ETag: \"1\""),
        sized(zipped),
        unsized(zipped, "Content-Encoding: x-gzip"),
        sized(SampleVideos.MP4, "Content-Encoding: gzip"),
        first(unsized(Arrays.copyOf(zipped, zipped.length / 2), "ETag: \"1\""), unsized(zipped)),
        first(unsized(Arrays.copyOf(zipped, zipped.length - 1)), unsized(zipped)));
  }

  @ParameterizedTest
  @MethodSource("zipped")
  void inflatesWhatWasCompressedWithoutRequest(HostServer.Script script) throws IOException {
    host.script(script);

    DownloadOutcome.Saved saved = fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(SampleVideos.MP4);
    assertThat(saved.bytes()).isEqualTo(SampleVideos.MP4.length);
    assertThat(saved.sha256()).isEqualTo(new SampleMp4(SampleVideos.MP4, "").sha256());
    assertThat(host.requests()).allMatch(request -> request.header("Range") == null);
  }

  @Test
  void inflatesNoMoreThanIsAllowed() throws IOException {
    byte[] bomb =
        SampleVideos.gzip(
            SampleVideos.join(
                SampleVideos.FTYP,
                SampleVideos.box("moov", 9),
                SampleVideos.box("mdat", 50_000_000)));
    assertThat(bomb).hasSizeLessThan(100_000);
    host.script(sized(bomb, "Content-Encoding: gzip"));

    DownloadOutcome outcome =
        fixture.fetch(fixture.builder().maxBytes(1_000_000), host.url("/a.mp4"));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.TOO_LARGE);
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void triesAgainIfAVideoIsShorterThanItsOwnBoxesSay() throws IOException {
    byte[] cut = Arrays.copyOf(SampleVideos.MP4, 5_000);
    host.script(first(sized(cut, "ETag: \"1\""), sized(SampleVideos.MP4, "ETag: \"2\"")));

    fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(SampleVideos.MP4);
    assertThat(host.requests().get(1).header("Range")).isNull();
  }

  static Stream<byte[]> odd() {
    return Stream.of(
        SampleVideos.join(SampleVideos.MP4, new byte[5]),
        SampleVideos.join(SampleVideos.MP4, new byte[4_096]),
        SampleVideos.join(
            SampleVideos.FTYP, SampleVideos.box("moov", 9), SampleVideos.header(0, "mdat", 99)),
        SampleVideos.join(SampleVideos.ebml("webm"), SampleVideos.openSegment(500)));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void keepsAnOddVideoOfAKnownSize(byte[] video) throws IOException {
    host.script(sized(video));

    fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(video);
    assertThat(host.requests()).hasSize(1);
  }
}
