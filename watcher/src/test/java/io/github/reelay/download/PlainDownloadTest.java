package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
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
import org.junit.jupiter.params.provider.MethodSource;

class PlainDownloadTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(DownloadListener.class);

  private static final SampleMp4 FILM = SampleMp4.of(300_000, 1);

  @TempDir Path folder;
  private DownloadFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void savesTheVideoAndNothingElse() throws IOException {
    HostServer host = fixture.host(HostServer.of(FILM));

    DownloadOutcome outcome = fixture.fetch(host.url("/a.mp4?sig=secret"));

    assertThat(outcome)
        .isEqualTo(
            new DownloadOutcome.Saved(
                DownloadFixture.HANDLE, fixture.file, FILM.length(), FILM.sha256(), false));
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(fixture.files()).containsExactly("video.mp4");
  }

  @Test
  void sendsNoOtherHeaders() {
    HostServer host = fixture.host(HostServer.of(FILM));

    fixture.fetch(host.url("/a.mp4"));

    assertThat(host.requests().get(0).lines())
        .containsExactly(
            "GET /a.mp4 HTTP/1.1",
            "Host: 127.0.0.1:" + host.port(),
            "User-Agent: Reelay",
            "Accept: */*",
            "Accept-Encoding: identity",
            "Connection: close");
  }

  static List<String> providers() {
    try (Providers providers = Providers.discover(Map.of())) {
      return providers.all().stream().map(Provider::name).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void savesTheVideoOfEachProviderByItsHandle(String provider) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(environment(sandbox));
        Downloader downloader = Downloader.builder(providers).allowPrivateAddresses(true).build()) {
      TaskHandle handle = new TaskHandle(provider, "sora-2:ok-1");

      DownloadOutcome.Saved saved =
          DownloadFixture.get(downloader.download(handle, fixture.file)).savedOrThrow();

      assertThat(saved.handle()).isEqualTo(handle);
      assertThat(Files.size(fixture.file)).isEqualTo(saved.bytes()).isPositive();
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
    HostServer host =
        fixture.host(
            new HostServer(
                (request, out) -> {
                  HostServer.write(out, 200, "Transfer-Encoding: chunked");
                  out.write(
                      (Integer.toHexString(FILM.length()) + "\r\n")
                          .getBytes(StandardCharsets.US_ASCII));
                  out.write(FILM.bytes());
                  out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }));

    fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void leavesAFileThatIsThereAndFetchesNothing() throws IOException {
    HostServer host = fixture.host(HostServer.of(FILM));
    Files.write(fixture.file, FILM.bytes());
    Files.writeString(fixture.info(), "left by a process that died");

    DownloadOutcome.Saved saved = fixture.fetch(host.url("/a.mp4")).savedOrThrow();

    assertThat(saved)
        .isEqualTo(
            new DownloadOutcome.Saved(
                DownloadFixture.HANDLE, fixture.file, FILM.length(), FILM.sha256(), true));
    assertThat(host.requests()).isEmpty();
    assertThat(fixture.files()).containsExactly("video.mp4");
  }

  @Test
  void takesNothingButAVideoForTheOneThatIsThereAlready() throws IOException {
    HostServer host = fixture.host(HostServer.of(FILM));
    Files.writeString(fixture.file, "<html>502 Bad Gateway</html>");

    DownloadFailure failure = fixture.failureOf(host.url("/a.mp4"));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.NOT_A_VIDEO);
    assertThat(failure.message())
        .isEqualTo(
            "toapis:ok-1: expected a video or no file at "
                + fixture.file
                + ", found an HTML page; move it away, or choose another file");
    assertThat(fixture.file).hasContent("<html>502 Bad Gateway</html>");
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void replacesAFileThatIsThereIfConfigured() throws IOException {
    HostServer host = fixture.host(HostServer.of(FILM));
    Files.writeString(fixture.file, "old");

    DownloadOutcome outcome = fixture.fetch(fixture.builder().replace(true), host.url("/a.mp4"));

    assertThat(outcome.savedOrThrow().alreadyThere()).isFalse();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void callsTheListenerAtTheBeginningAndAtTheEnd() {
    HostServer host = fixture.host(HostServer.of(FILM));
    List<String> reported = new ArrayList<>();

    fixture
        .fetch(
            fixture
                .timed()
                .progress(
                    (handle, bytes, total) -> reported.add(handle + " " + bytes + "/" + total)),
            host.url("/a.mp4"))
        .savedOrThrow();

    assertThat(reported).containsExactly("toapis:ok-1 16/300000", "toapis:ok-1 300000/300000");
  }

  @Test
  void survivesAListenerThatThrows() {
    HostServer host = fixture.host(HostServer.of(FILM));

    fixture
        .fetch(
            fixture
                .builder()
                .progress(
                    (handle, bytes, total) -> {
                      throw new AssertionError("on purpose");
                    }),
            host.url("/a.mp4"))
        .savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
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
            DownloadFixture.HANDLE,
            fixture.file,
            DownloadFixture.failure(DownloadFailureKind.GONE, "the sentence"));

    assertThatThrownBy(outcome::savedOrThrow)
        .isInstanceOfSatisfying(
            NotSavedException.class, e -> assertThat(e.outcome()).isEqualTo(outcome))
        .hasMessage("the sentence");
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    for (String provider : sandbox.providers()) {
      environment.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      environment.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return environment;
  }
}
