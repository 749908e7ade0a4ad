package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

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
class PowerLossTest {
  private static final Film FILM = Film.of(400_000, 8);
  private static final int FORCED = 200_000;

  @TempDir Path folder;
  private Bench bench;
  private Store store;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store = bench.store(Store.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  /** The part has those bytes; of the film's so many were forced. */
  private void left(byte[] part, int forced) throws IOException {
    bench.leave(FILM.first(forced), PartInfo.of(FILM.etag(), null, FILM.length()));
    Files.write(bench.part(), part);
  }

  private void isFetched(String... ranges) throws IOException {
    DownloadOutcome.Saved saved = bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(saved.sha256()).isEqualTo(FILM.sha256());
    assertThat(store.requests().stream().map(request -> request.header("Range")))
        .containsExactly(ranges);
    assertThat(bench.files()).containsExactly("video.mp4");
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
  void beginsAnewIfABitOfItHasFlipped(int at) throws IOException {
    byte[] part = FILM.first(300_000);
    part[at] ^= 4;
    left(part, FORCED);

    isFetched((String) null);
  }

  @Test
  void beginsAnewIfAPageOfItIsZero() throws IOException {
    byte[] part = FILM.first(FORCED);
    Arrays.fill(part, 4_096, 8_192, (byte) 0);
    left(part, FORCED);

    isFetched((String) null);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, FORCED - 1})
  void beginsAnewIfThePartIsOlderThanWhatIsKnownOfIt(int length) throws IOException {
    left(FILM.first(length), FORCED);

    isFetched((String) null);
  }

  @Test
  void beginsAnewIfNothingWasForced() throws IOException {
    left(FILM.first(300_000), 0);

    isFetched((String) null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reelay-part 1\n\"film-8\"\n\n400000\nend\n", "\0\0\0\0\0\0"})
  void beginsAnewIfTheNoteIsNoneOfOurs(String note) throws IOException {
    left(FILM.first(FORCED), FORCED);
    Files.writeString(bench.info(), note);

    isFetched((String) null);
  }

  @Test
  void gluesNoVideoThatDoesNotFitThoughItsSizeDoes() throws IOException {
    byte[] other = FILM.first(FORCED);
    other[70_000] ^= 1;
    System.arraycopy(new byte[64], 0, other, 24, 64); // no boxes, but the checksum is theirs
    bench.leave(other, PartInfo.of(FILM.etag(), null, FILM.length()));

    isFetched("bytes=200000-", null);
  }

  @Test
  void isResumedWhereADownloadIsClosed() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    store.script(
        (request, out) -> {
          Store.serve(FILM, request, out, 123_456);
          out.flush();
          awaitEnd(over);
        });
    Downloader killed = bench.builder().build();
    killed.download(Bench.task(store.url("/a.mp4")), bench.file);
    bench.awaitPart(123_456);

    killed.close();
    store.script((request, out) -> Store.serve(FILM, request, out, Integer.MAX_VALUE));

    isFetched(null, "bytes=123456-");
    over.countDown();
  }

  @Test
  void isForcedAsTimePasses() throws IOException {
    CountDownLatch passed = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    store.script(
        (request, out) -> {
          Store.serve(FILM, request, out, FORCED);
          out.flush();
          awaitEnd(passed);
          out.write(FILM.bytes(), FORCED, 1_000);
          out.flush();
          awaitEnd(over);
        });
    bench.open(bench.timed()).download(Bench.task(store.url("/a.mp4")), bench.file);
    bench.awaitPart(FORCED);
    assertThat(Beside.readInfo(bench.info()).forced()).isZero();

    bench.time.advance(Duration.ofSeconds(2));
    passed.countDown();

    Bench.await(() -> Beside.readInfo(bench.info()).forced() > 0);
    PartInfo info = Beside.readInfo(bench.info());
    assertThat(info.forced()).isGreaterThan(FORCED);
    assertThat(info.checksum()).isEqualTo(Bench.crc(FILM.first((int) info.forced())));
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
