package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.failure.Retry;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshUrlTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 6);
  private static final String USER_AGENT =
      "; some hosts refuse a user agent that is no browser's: set another";
  private static final Instant PAST = ManualScheduler.START.minusSeconds(1);
  private static final Instant SOON = ManualScheduler.START.plusSeconds(9);
  private static final Instant LATER = ManualScheduler.START.plusSeconds(11);

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

  private DownloadOutcome fetch(String path, Instant expiresAt) {
    Downloader downloader = fixture.open(fixture.timed());
    return DownloadFixture.get(
        downloader.download(DownloadFixture.task(host.url(path), expiresAt), fixture.file));
  }

  private void hostRefuses(String path, int status) {
    host.script(
        (request, out) -> {
          if (request.line().startsWith("GET " + path)) {
            HostServer.write(out, status, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  private List<String> paths() {
    return host.requests().stream().map(request -> request.line().split(" ")[1]).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void queriesTheProviderOnceWhenTheVideoHostRefuses(int status) {
    hostRefuses("/old", status);
    fixture.providerShows(host.url("/new"));

    fetch("/old", null).savedOrThrow();

    assertThat(paths()).containsExactly("/old", "/new");
    assertThat(fixture.queries()).isEqualTo(1);
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void queriesBeforeTheAttemptWhenTheUrlIsAboutToExpire() {
    fixture.providerShows(host.url("/new"));

    fetch("/old", SOON).savedOrThrow();

    assertThat(paths()).containsExactly("/new");
  }

  @Test
  void sendsNoQueryWhileTheUrlIsValid() {
    fetch("/old", LATER).savedOrThrow();

    assertThat(fixture.queries()).isZero();
  }

  @Test
  void triesAnExpiredUrlIfTheProviderShowsNoOther() {
    fixture.providerShows(host.url("/old"));

    fetch("/old", PAST).savedOrThrow();

    assertThat(paths()).containsExactly("/old");
    assertThat(fixture.queries()).isEqualTo(1);
  }

  @Test
  void triesAnExpiredUrlIfTheProviderDoesNotRespond() {
    fixture.sandbox.enqueue("toapis", "ok-1", SandboxResponse.html(502, "<html>"));

    fetch("/old", PAST).savedOrThrow();

    assertThat(paths()).containsExactly("/old");
  }

  @ParameterizedTest
  @CsvSource({"401, REFUSED", "403, REFUSED", "404, GONE", "410, GONE"})
  void namesWhatTheVideoHostSaidIfThereIsNoOtherUrl(int status, DownloadFailureKind kind)
      throws IOException {
    hostRefuses("/old", status);
    fixture.providerShows(host.url("/old"));

    DownloadFailure failure = DownloadFixture.failure(fetch("/old?sig=secret", null));

    assertThat(failure)
        .isEqualTo(
            new DownloadFailure(
                kind,
                "toapis:ok-1: expected the video from 127.0.0.1, found status "
                    + status
                    + ", and no other URL at toapis"
                    + (status == 403 ? USER_AGENT : ""),
                status,
                null));
    assertThat(failure.retry()).isEqualTo(Retry.NO);
    assertThat(fixture.queries()).isEqualTo(1);
    assertThat(fixture.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void saysThatTheUrlHasExpiredIfItHas(int status) {
    hostRefuses("/old", status);
    fixture.providerShows(host.url("/old"));

    DownloadFailure failure = DownloadFixture.failure(fetch("/old", PAST));

    assertThat(failure)
        .isEqualTo(
            new DownloadFailure(
                DownloadFailureKind.EXPIRED,
                "toapis:ok-1: expected the video from 127.0.0.1, found status "
                    + status
                    + " after the URL's expiry, and no other URL at toapis",
                status,
                null));
    assertThat(paths()).containsExactly("/old");
    assertThat(fixture.queries()).isEqualTo(1);
  }

  @Test
  void triesEachUrlOnce() {
    hostRefuses("/", 403);
    fixture.providerShows(host.url("/new"));

    assertThat(DownloadFixture.failure(fetch("/old", null)).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(paths()).containsExactly("/old", "/new");
    assertThat(fixture.queries()).isEqualTo(1);
  }

  @Test
  void reportsWhatTheProviderSaidInsteadOfAUrl() {
    hostRefuses("/", 403);
    fixture.sandbox.enqueue("toapis", "ok-1", SandboxResponse.html(502, "<html>"));

    DownloadFailure failure = DownloadFixture.failure(fetch("/old", null));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(failure.provider()).isNotNull();
    assertThat(failure.retry()).isEqualTo(Retry.YES);
    assertThat(failure.message())
        .isEqualTo(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 403, and no response from"
                + " toapis"
                + USER_AGENT);
  }

  @Test
  void queriesAgainWhenTheUrlExpiresInTheMiddle() {
    host.script(
        (request, out) -> {
          int count = host.requests().size();
          if (count == 2 || count == 4) {
            HostServer.write(out, 403, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, count == 5 ? Integer.MAX_VALUE : 1_000);
          }
        });
    fixture.providerShows(host.url("/second"));
    fixture.providerShows(host.url("/third"));

    fetch("/first", null).savedOrThrow();

    assertThat(paths()).containsExactly("/first", "/first", "/second", "/second", "/third");
    assertThat(host.requests().get(4).start()).isEqualTo(2_000);
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void queriesFirstForAHandle() {
    fixture.providerShows(host.url("/new"));
    Downloader downloader = fixture.open(fixture.timed());

    DownloadFixture.get(downloader.download(DownloadFixture.HANDLE, fixture.file)).savedOrThrow();

    assertThat(paths()).containsExactly("/new");
  }

  @Test
  void refusesATaskThatCannotBeNamed() {
    Downloader downloader = fixture.open(fixture.timed());
    VideoTask nameless = VideoTask.builder("toapis", null, new TaskState.Running()).build();

    assertThatThrownBy(() -> downloader.download(nameless, fixture.file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a task with an id, found one without");
  }
}
