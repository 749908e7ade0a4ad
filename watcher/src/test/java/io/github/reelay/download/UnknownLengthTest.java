package io.github.reelay.download;

import static io.github.reelay.download.Videos.first;
import static io.github.reelay.download.Videos.unsized;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A response whose end is that of the connection, and one that is a part unasked. */
class UnknownLengthTest {
  private static final int LENGTH = Videos.MP4.length;

  @TempDir Path folder;
  private Bench bench;
  private Store store;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store = bench.store(new Store(unsized(Videos.MP4)));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private void isFetchedBy(int requests, byte[] video) throws IOException {
    DownloadOutcome.Saved saved = bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(video);
    assertThat(saved.bytes()).isEqualTo(video.length);
    assertThat(store.requests()).hasSize(requests);
    assertThat(bench.files()).containsExactly("video.mp4");
  }

  static Stream<byte[]> whole() {
    byte[] moov = Videos.box("moov", 50);
    return Stream.of(
        Videos.MP4,
        Videos.QUICKTIME,
        Videos.WEBM,
        Videos.join(Videos.FTYP, moov, Videos.largeBox("mdat", 50, 66), Videos.box("uuid", 16)),
        Videos.join(Videos.FTYP, moov, Videos.box("moof", 50), Videos.box("mdat", 50)));
  }

  @ParameterizedTest
  @MethodSource("whole")
  void keepsAVideoWhosePartsEndAtTheLastByte(byte[] video) throws IOException {
    store.script(unsized(video, "Content-Type: video/mp4"));

    isFetchedBy(1, video);
  }

  static Stream<byte[]> notWhole() {
    byte[] moov = Videos.box("moov", 50);
    return Stream.of(
        Arrays.copyOf(Videos.MP4, LENGTH - 1),
        Arrays.copyOf(Videos.MP4, LENGTH / 2),
        Arrays.copyOf(Videos.MP4, Videos.FTYP.length + 108), // before the media
        Arrays.copyOf(Videos.MP4, Videos.FTYP.length),
        Arrays.copyOf(Videos.QUICKTIME, Videos.QUICKTIME.length - 108), // before the movie
        Arrays.copyOf(Videos.WEBM, 1_000),
        Videos.join(Videos.FTYP, moov, Videos.header(0, "mdat", 50)),
        Videos.join(Videos.ebml("webm"), Videos.openSegment(50)),
        Videos.join(Videos.MP4, new byte[100]));
  }

  @ParameterizedTest
  @MethodSource("notWhole")
  void triesAgainIfTheEndIsNotCertain(byte[] cut) throws IOException {
    store.script(first(unsized(cut), unsized(Videos.MP4)));

    isFetchedBy(2, Videos.MP4);
  }

  @Test
  void givesUpAfterSoManyTries() throws IOException {
    store.script(unsized(Arrays.copyOf(Videos.MP4, LENGTH - 1)));
    Downloader downloader = bench.open(bench.builder().setbacks(1));

    DownloadFailure failure =
        Bench.failure(Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file)));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(bench.file).doesNotExist();
  }

  @Test
  void asksOnlyForTheRestOfACutVideoThatCanBeToldApart() throws IOException {
    store.script(
        first(
            unsized(Arrays.copyOf(Videos.MP4, 3_000), "ETag: \"1\""),
            (request, out) -> {
              Store.write(
                  out,
                  206,
                  "ETag: \"1\"",
                  "Content-Range: bytes 3000-" + (LENGTH - 1) + "/" + LENGTH,
                  "Content-Length: " + (LENGTH - 3_000));
              out.write(Videos.MP4, 3_000, LENGTH - 3_000);
            }));

    isFetchedBy(2, Videos.MP4);

    assertThat(store.requests().get(1).header("Range")).isEqualTo("bytes=3000-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 5144", "X-None: no length", "ETag: \"1\""})
  void takesAPartThatIsAllOfItForTheWhole(String header) throws IOException {
    assertThat(LENGTH).isEqualTo(5_144);
    store.script(
        (request, out) -> {
          Store.write(out, 206, header, "Content-Range: bytes 0-5143/5144");
          out.write(Videos.MP4);
        });

    isFetchedBy(1, Videos.MP4);
  }

  @Test
  void takesAPartThatIsAllOfItInPlaceOfTheRestAsWell() throws IOException {
    bench.leave(Film.of(1_000, 7), 500);
    store.script(
        (request, out) -> {
          Store.write(out, 206, "Content-Range: bytes 0-5143/5144", "ETag: \"other\"");
          out.write(Videos.MP4);
        });

    isFetchedBy(1, Videos.MP4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: no range",
        "Content-Range: bytes 0-5142/5144",
        "Content-Range: bytes 1-5143/5144",
        "Content-Range: bytes 0-5143/*",
        "Content-Range: bytes 0-5143/5143",
        "Content-Range: bytes */5144"
      })
  void takesNoOtherPartThatNobodyAskedFor(String range) throws IOException {
    store.script(
        first(
            (request, out) -> {
              Store.write(out, 206, range, "Content-Length: 5144");
              out.write(Videos.MP4);
            },
            unsized(Videos.MP4)));

    isFetchedBy(2, Videos.MP4);
  }

  @Test
  void takesNoWholePartThatEndsEarly() throws IOException {
    store.script(
        first(
            (request, out) -> {
              Store.write(out, 206, "Content-Range: bytes 0-5143/5144");
              out.write(Videos.MP4, 0, 5_000);
            },
            unsized(Videos.MP4)));

    isFetchedBy(2, Videos.MP4);
  }
}
