package io.github.reelay.download;

import static io.github.reelay.download.HostScripts.first;
import static io.github.reelay.download.HostScripts.unsized;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.download.format.SampleVideos;
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

/** A response whose end is that of the connection, and one that is a part without request. */
class UnknownLengthTest {
  private static final int LENGTH = SampleVideos.MP4.length;

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(new HostServer(unsized(SampleVideos.MP4)));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private void isFetchedBy(int requests, byte[] video) throws IOException {
    DownloadOutcome.Saved saved = fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(video);
    assertThat(saved.bytes()).isEqualTo(video.length);
    assertThat(host.requests()).hasSize(requests);
    assertThat(fixture.files()).containsExactly("video.mp4");
  }

  static Stream<byte[]> whole() {
    byte[] moov = SampleVideos.box("moov", 50);
    return Stream.of(
        SampleVideos.MP4,
        SampleVideos.QUICKTIME,
        SampleVideos.WEBM,
        SampleVideos.join(
            SampleVideos.FTYP,
            moov,
            SampleVideos.largeBox("mdat", 50, 66),
            SampleVideos.box("uuid", 16)),
        SampleVideos.join(
            SampleVideos.FTYP, moov, SampleVideos.box("moof", 50), SampleVideos.box("mdat", 50)));
  }

  @ParameterizedTest
  @MethodSource("whole")
  void keepsAVideoWhosePartsEndAtTheLastByte(byte[] video) throws IOException {
    host.script(unsized(video, "Content-Type: video/mp4"));

    isFetchedBy(1, video);
  }

  static Stream<byte[]> notWhole() {
    byte[] moov = SampleVideos.box("moov", 50);
    return Stream.of(
        Arrays.copyOf(SampleVideos.MP4, LENGTH - 1),
        Arrays.copyOf(SampleVideos.MP4, LENGTH / 2),
        Arrays.copyOf(SampleVideos.MP4, SampleVideos.FTYP.length + 108), // before the media
        Arrays.copyOf(SampleVideos.MP4, SampleVideos.FTYP.length),
        Arrays.copyOf(
            SampleVideos.QUICKTIME, SampleVideos.QUICKTIME.length - 108), // before the movie
        Arrays.copyOf(SampleVideos.WEBM, 1_000),
        SampleVideos.join(SampleVideos.FTYP, moov, SampleVideos.header(0, "mdat", 50)),
        SampleVideos.join(SampleVideos.ebml("webm"), SampleVideos.openSegment(50)),
        SampleVideos.join(SampleVideos.MP4, new byte[100]));
  }

  @ParameterizedTest
  @MethodSource("notWhole")
  void triesAgainIfTheEndIsNotCertain(byte[] cut) throws IOException {
    host.script(first(unsized(cut), unsized(SampleVideos.MP4)));

    isFetchedBy(2, SampleVideos.MP4);
  }

  @Test
  void givesUpAfterSoManyTries() throws IOException {
    host.script(unsized(Arrays.copyOf(SampleVideos.MP4, LENGTH - 1)));
    DownloadFailure failure =
        DownloadFixture.failure(
            fixture.fetch(fixture.builder().maxRetriesWithoutProgress(1), host.url("/a.mp4")));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.UNREACHABLE);
    assertThat(fixture.file).doesNotExist();
  }

  @Test
  void requestsOnlyTheRestOfACutVideoThatIsKnownToBeTheSame() throws IOException {
    host.script(
        first(
            unsized(Arrays.copyOf(SampleVideos.MP4, 3_000), "ETag: \"1\""),
            (request, out) -> {
              HostServer.write(
                  out,
                  206,
                  "ETag: \"1\"",
                  "Content-Range: bytes 3000-" + (LENGTH - 1) + "/" + LENGTH,
                  "Content-Length: " + (LENGTH - 3_000));
              out.write(SampleVideos.MP4, 3_000, LENGTH - 3_000);
            }));

    isFetchedBy(2, SampleVideos.MP4);

    assertThat(host.requests().get(1).header("Range")).isEqualTo("bytes=3000-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 5144", "X-None: no length", "ETag: \"1\""})
  void takesAPartThatIsAllOfItForTheWhole(String header) throws IOException {
    assertThat(LENGTH).isEqualTo(5_144);
    host.script(
        (request, out) -> {
          HostServer.write(out, 206, header, "Content-Range: bytes 0-5143/5144");
          out.write(SampleVideos.MP4);
        });

    isFetchedBy(1, SampleVideos.MP4);
  }

  @Test
  void takesAPartThatIsAllOfItInPlaceOfTheRestAsWell() throws IOException {
    fixture.leave(SampleMp4.of(1_000, 7), 500);
    host.script(
        (request, out) -> {
          HostServer.write(out, 206, "Content-Range: bytes 0-5143/5144", "ETag: \"other\"");
          out.write(SampleVideos.MP4);
        });

    isFetchedBy(1, SampleVideos.MP4);
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
  void takesNoOtherPartThatWasNotRequested(String range) throws IOException {
    host.script(
        first(
            (request, out) -> {
              HostServer.write(out, 206, range, "Content-Length: 5144");
              out.write(SampleVideos.MP4);
            },
            unsized(SampleVideos.MP4)));

    isFetchedBy(2, SampleVideos.MP4);
  }

  @Test
  void takesNoWholePartThatEndsEarly() throws IOException {
    host.script(
        first(
            (request, out) -> {
              HostServer.write(out, 206, "Content-Range: bytes 0-5143/5144");
              out.write(SampleVideos.MP4, 0, 5_000);
            },
            unsized(SampleVideos.MP4)));

    isFetchedBy(2, SampleVideos.MP4);
  }
}
