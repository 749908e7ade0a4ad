package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.download.file.PartialFileInfo;
import io.github.reelay.internal.download.file.PartialFileNotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a disk may have after a loss of power, made by hand. */
class PartialFilePowerLossTest {
  private static final SampleMp4 FILM = SampleMp4.of(400_000, 8);
  private static final int FORCED = 200_000;

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

  /** The part has those bytes; of the film's so many were forced. */
  private void left(byte[] part, int forced) throws IOException {
    fixture.leave(FILM.first(forced), PartialFileInfo.of(FILM.etag(), null, FILM.length()));
    Files.write(fixture.part(), part);
  }

  private void isFetched(String... ranges) throws IOException {
    DownloadOutcome.Saved saved = fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(saved.sha256()).isEqualTo(FILM.sha256());
    assertThat(host.requests().stream().map(request -> request.header("Range")))
        .containsExactly(ranges);
    assertThat(fixture.files()).containsExactly("video.mp4");
  }

  @ParameterizedTest
  @ValueSource(ints = {FORCED, FORCED + 1, 300_000, 400_000, 500_000})
  void dropsZerosBehindWhatWasForced(int length) throws IOException {
    left(Arrays.copyOf(FILM.first(FORCED), length), FORCED);

    isFetched("bytes=200000-");
  }

  @Test
  void dropsAlsoGoodBytesBehindWhatWasForced() throws IOException {
    left(FILM.first(300_000), FORCED);

    isFetched("bytes=200000-");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 100, 131_071, 131_072, FORCED - 1})
  void startsOverIfABitOfItHasFlipped(int at) throws IOException {
    byte[] part = FILM.first(300_000);
    part[at] ^= 4;
    left(part, FORCED);

    isFetched((String) null);
  }

  @Test
  void startsOverIfAPageOfItIsZero() throws IOException {
    byte[] part = FILM.first(FORCED);
    Arrays.fill(part, 4_096, 8_192, (byte) 0);
    left(part, FORCED);

    isFetched((String) null);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, FORCED - 1})
  void startsOverIfThePartIsOlderThanWhatIsKnownOfIt(int length) throws IOException {
    left(FILM.first(length), FORCED);

    isFetched((String) null);
  }

  @Test
  void startsOverIfNothingWasForced() throws IOException {
    left(FILM.first(300_000), 0);

    isFetched((String) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reelay-part 1\n\"film-8\"\n\n400000\nend\n", "\0\0\0\0\0\0"})
  void startsOverIfTheNoteIsFromAnotherProgram(String note) throws IOException {
    left(FILM.first(FORCED), FORCED);
    Files.writeString(fixture.info(), note);

    isFetched((String) null);
  }

  @Test
  void gluesNoVideoThatDoesNotFitThoughItsSizeDoes() throws IOException {
    byte[] other = FILM.first(FORCED);
    other[70_000] ^= 1;
    System.arraycopy(new byte[64], 0, other, 24, 64); // no boxes, but the checksum is theirs
    fixture.leave(other, PartialFileInfo.of(FILM.etag(), null, FILM.length()));

    isFetched("bytes=200000-", null);
  }

  @Test
  void isResumedWhereADownloadIsClosed() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    host.script(
        (request, out) -> {
          HostServer.serve(FILM, request, out, 123_456);
          out.flush();
          awaitEnd(over);
        });
    Downloader killed = fixture.builder().build();
    killed.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
    fixture.awaitPart(123_456);

    killed.close();
    host.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));

    isFetched(null, "bytes=123456-");
    over.countDown();
  }

  @Test
  void isForcedAsTimePasses() throws IOException {
    CountDownLatch passed = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    host.script(
        (request, out) -> {
          HostServer.serve(FILM, request, out, FORCED);
          out.flush();
          awaitEnd(passed);
          out.write(FILM.bytes(), FORCED, 1_000);
          out.flush();
          awaitEnd(over);
        });
    fixture.open(fixture.timed()).download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
    fixture.awaitPart(FORCED);
    assertThat(PartialFileNotes.forced(fixture.info())).isZero();

    fixture.time.advance(Duration.ofSeconds(2));
    passed.countDown();

    DownloadFixture.awaitAsserted(
        () -> assertThat(PartialFileNotes.forced(fixture.info())).isPositive());
    long forced = PartialFileNotes.forced(fixture.info());
    assertThat(forced).isGreaterThanOrEqualTo(FORCED);
    assertThat(PartialFileNotes.checksum(fixture.info()))
        .isEqualTo(PartialFileNotes.crc(FILM.first((int) forced)));
    over.countDown();
  }

  private static void awaitEnd(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
