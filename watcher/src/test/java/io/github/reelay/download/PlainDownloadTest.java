package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDownloadTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(DownloadListener.class);

  private static final Film FILM = Film.of(300_000, 1);

  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  @Test
  void savesTheVideoAndNothingElse() throws IOException {
    Store store = bench.store(Store.of(FILM));

    DownloadOutcome outcome = bench.fetch(store.url("/a.mp4?sig=secret"));

    assertThat(outcome)
        .isEqualTo(
            new DownloadOutcome.Saved(
                Bench.HANDLE, bench.file, FILM.length(), FILM.sha256(), false));
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(bench.files()).containsExactly("video.mp4");
  }

  @Test
  void sendsNothingThatItWasNotToldHere() {
    Store store = bench.store(Store.of(FILM));

    bench.fetch(store.url("/a.mp4"));

    assertThat(store.requests().get(0).lines())
        .containsExactly(
            "GET /a.mp4 HTTP/1.1",
            "Host: 127.0.0.1:" + store.port(),
            "User-Agent: Reelay",
            "Accept: */*",
            "Accept-Encoding: identity",
            "Connection: close");
  }

  @ParameterizedTest
  @CsvSource({"toapis, ok-1", "xingchaoyiqing, ok-1", "22codex, sora-2:ok-1"})
  void savesTheVideoOfEachProviderByItsHandle(String provider, String id) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(environment(sandbox));
        Downloader downloader = Downloader.builder(providers).allowPrivateAddresses(true).build()) {
      TaskHandle handle = new TaskHandle(provider, id);

      DownloadOutcome.Saved saved =
          Bench.get(downloader.download(handle, bench.file)).savedOrThrow();

      assertThat(saved.handle()).isEqualTo(handle);
      assertThat(Files.size(bench.file)).isEqualTo(saved.bytes()).isPositive();
      assertThat(sandbox.requests())
          .filteredOn(request -> request.target().startsWith("/files/"))
          .hasSize(1)
          .allSatisfy(
              request ->
                  assertThat(request.headers().keySet())
                      .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("auth")));
    }
  }

  @Test
  void takesABodyWithoutALengthThatShowsItsEnd() {
    Store store =
        bench.store(
            new Store(
                (request, out) -> {
                  Store.write(out, 200, "Transfer-Encoding: chunked");
                  out.write(
                      (Integer.toHexString(FILM.length()) + "\r\n")
                          .getBytes(StandardCharsets.US_ASCII));
                  out.write(FILM.bytes());
                  out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }));

    bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void leavesAFileThatIsThereAndFetchesNothing() throws IOException {
    Store store = bench.store(Store.of(FILM));
    Files.write(bench.file, FILM.bytes());
    Files.writeString(bench.info(), "left by a process that died");

    DownloadOutcome.Saved saved = bench.fetch(store.url("/a.mp4")).savedOrThrow();

    assertThat(saved)
        .isEqualTo(
            new DownloadOutcome.Saved(
                Bench.HANDLE, bench.file, FILM.length(), FILM.sha256(), true));
    assertThat(store.requests()).isEmpty();
    assertThat(bench.files()).containsExactly("video.mp4");
  }

  @Test
  void takesNothingButAVideoForTheOneThatIsThereAlready() throws IOException {
    Store store = bench.store(Store.of(FILM));
    Files.writeString(bench.file, "<html>502 Bad Gateway</html>");

    DownloadFailure failure = bench.failureOf(store.url("/a.mp4"));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.NOT_A_VIDEO);
    assertThat(failure.sentence())
        .isEqualTo(
            "toapis:ok-1: expected a video or no file at "
                + bench.file
                + ", found an HTML page; move it away, or choose another file");
    assertThat(bench.file).hasContent("<html>502 Bad Gateway</html>");
    assertThat(store.requests()).isEmpty();
  }

  @Test
  void replacesAFileThatIsThereIfTold() throws IOException {
    Store store = bench.store(Store.of(FILM));
    Files.writeString(bench.file, "old");
    Downloader downloader = bench.open(bench.builder().replace(true));

    DownloadOutcome outcome =
        Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file));

    assertThat(outcome.savedOrThrow().alreadyThere()).isFalse();
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void tellsTheListenerAtTheBeginningAndAtTheEnd() {
    Store store = bench.store(Store.of(FILM));
    List<String> told = new ArrayList<>();
    Downloader downloader =
        bench.open(
            bench
                .timed()
                .progress((handle, bytes, total) -> told.add(handle + " " + bytes + "/" + total)));

    Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file)).savedOrThrow();

    assertThat(told).containsExactly("toapis:ok-1 16/300000", "toapis:ok-1 300000/300000");
  }

  @Test
  void survivesAListenerThatThrows() {
    Store store = bench.store(Store.of(FILM));
    Downloader downloader =
        bench.open(
            bench
                .builder()
                .progress(
                    (handle, bytes, total) -> {
                      throw new AssertionError("on purpose");
                    }));

    Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file)).savedOrThrow();

    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(log.lines())
        .isNotEmpty()
        .containsOnly(
            "WARNING expected the listener for toapis:ok-1 to return, found an exception"
                + " (AssertionError)");
  }

  @Test
  void throwsTheSentenceOfAFailureForThoseWhoPreferExceptions() {
    DownloadOutcome outcome =
        new DownloadOutcome.NotSaved(
            Bench.HANDLE, bench.file, DownloadFailure.of(DownloadFailureKind.GONE, "the sentence"));

    assertThatThrownBy(outcome::savedOrThrow)
        .isInstanceOfSatisfying(
            NotSavedException.class, e -> assertThat(e.outcome()).isEqualTo(outcome))
        .hasMessage("the sentence");
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    for (String provider : sandbox.providers()) {
      String name = "REELAY_" + provider.toUpperCase(Locale.ROOT);
      environment.put(name + "_BASE_URL", sandbox.baseUrl(provider).toString());
      environment.put(name + "_API_KEY", sandbox.apiKey(provider));
    }
    return environment;
  }
}
