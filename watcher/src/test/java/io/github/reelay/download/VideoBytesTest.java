package io.github.reelay.download;

import static io.github.reelay.download.Videos.first;
import static io.github.reelay.download.Videos.sized;
import static io.github.reelay.download.Videos.unsized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

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
  private Bench bench;
  private Store store;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store = bench.store(new Store(sized(Videos.MP4)));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private DownloadOutcome fetchByFormat() {
    Downloader downloader = bench.open(bench.builder());
    return Bench.get(downloader.downloadByFormat(Bench.task(store.url("/a")), bench.file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "application/xml", "image/png", ""})
  void keepsAVideoOfAWrongType(String type) {
    store.script(sized(Videos.MP4, "Content-Type: " + type));

    bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(Videos.MP4);
  }

  @Test
  void resumesAVideoOfAWrongType() throws IOException {
    bench.leave(Arrays.copyOf(Videos.MP4, 3_000), PartInfo.of("\"1\"", null, 5_144));
    store.script(
        (request, out) -> {
          Store.write(out, 206, "Content-Type: text/html", "Content-Range: bytes 3000-5143/5144");
          out.write(Videos.MP4, 3_000, 2_144);
        });

    bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(Videos.MP4);
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
    for (byte[] body : new byte[][] {Videos.bytes(page), Videos.gzip(Videos.bytes(page))}) {
      store.script(sized(body, "Content-Type: video/mp4"));

      assertThat(bench.failureOf(store.url("/a.mp4")).kind())
          .isEqualTo(DownloadFailureKind.NOT_A_VIDEO);
      assertThat(bench.files()).isEmpty();
    }
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        of(Videos.MP4, "video.mp4"),
        of(Videos.QUICKTIME, "video.mov"),
        of(Videos.WEBM, "video.webm"),
        of(Videos.MATROSKA, "video.mkv"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void endsTheNameThatWeChooseByTheFormat(byte[] video, String name) throws IOException {
    store.script(unsized(video, "Content-Type: video/mp4"));

    DownloadOutcome.Saved saved = fetchByFormat().savedOrThrow();

    assertThat(saved.file()).isEqualTo(folder.resolve(name)).hasBinaryContent(video);
    assertThat(bench.files()).containsExactly(name);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void findsTheVideoThatIsThereInAnyFormat(byte[] video, String name) throws IOException {
    Files.write(folder.resolve(name), video);

    DownloadOutcome.Saved saved = fetchByFormat().savedOrThrow();

    assertThat(saved.alreadyThere()).isTrue();
    assertThat(saved.file()).isEqualTo(folder.resolve(name));
    assertThat(store.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void leavesANameThatTheCallerGave(byte[] video, String unused) throws IOException {
    store.script(sized(video));

    bench.fetch(store.url("/a")).savedOrThrow();

    assertThat(bench.files()).containsExactly("video.mp4");
    assertThat(bench.file).hasBinaryContent(video);
  }

  @Test
  void savesWhatAWatcherFinishesUnderTheNameOfItsFormat() throws IOException {
    store.script(sized(Videos.WEBM));

    Downloader downloader = bench.open(bench.builder());
    Bench.get(downloader.into(folder).apply(Bench.task(store.url("/a"))).toCompletableFuture());

    assertThat(folder.resolve("toapis-ok-1.webm")).hasBinaryContent(Videos.WEBM);
  }

  static Stream<Store.Script> zipped() {
    byte[] zipped = Videos.gzip(Videos.MP4);
    return Stream.of(
        sized(zipped, "Content-Encoding: gzip", "ETag: \"1\""),
        sized(zipped),
        unsized(zipped, "Content-Encoding: x-gzip"),
        sized(Videos.MP4, "Content-Encoding: gzip"),
        first(unsized(Arrays.copyOf(zipped, zipped.length / 2), "ETag: \"1\""), unsized(zipped)),
        first(unsized(Arrays.copyOf(zipped, zipped.length - 1)), unsized(zipped)));
  }

  @ParameterizedTest
  @MethodSource("zipped")
  void inflatesWhatNobodyAskedToBeCompressed(Store.Script script) throws IOException {
    store.script(script);

    DownloadOutcome.Saved saved = bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(Videos.MP4);
    assertThat(saved.bytes()).isEqualTo(Videos.MP4.length);
    assertThat(saved.sha256()).isEqualTo(new Film(Videos.MP4, "").sha256());
    assertThat(store.requests()).allMatch(request -> request.header("Range") == null);
  }

  @Test
  void inflatesNoMoreThanIsAllowed() throws IOException {
    byte[] bomb =
        Videos.gzip(
            Videos.join(Videos.FTYP, Videos.box("moov", 9), Videos.box("mdat", 50_000_000)));
    assertThat(bomb).hasSizeLessThan(100_000);
    store.script(sized(bomb, "Content-Encoding: gzip"));
    Downloader downloader = bench.open(bench.builder().maxBytes(1_000_000));

    DownloadOutcome outcome =
        Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.TOO_LARGE);
    assertThat(bench.files()).isEmpty();
  }

  @Test
  void triesAgainIfAVideoIsShorterThanItsOwnBoxesSay() throws IOException {
    byte[] cut = Arrays.copyOf(Videos.MP4, 5_000);
    store.script(first(sized(cut, "ETag: \"1\""), sized(Videos.MP4, "ETag: \"2\"")));

    bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(Videos.MP4);
    assertThat(store.requests().get(1).header("Range")).isNull();
  }

  static Stream<byte[]> odd() {
    return Stream.of(
        Videos.join(Videos.MP4, new byte[5]),
        Videos.join(Videos.MP4, new byte[4_096]),
        Videos.join(Videos.FTYP, Videos.box("moov", 9), Videos.header(0, "mdat", 99)),
        Videos.join(Videos.ebml("webm"), Videos.openSegment(500)));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void keepsAnOddVideoOfAKnownSize(byte[] video) throws IOException {
    store.script(sized(video));

    bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(video);
    assertThat(store.requests()).hasSize(1);
  }
}
