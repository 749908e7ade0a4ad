package io.github.reelay.download;

import static io.github.reelay.download.ProviderOriginFixture.CONTENT;
import static io.github.reelay.download.ProviderOriginFixture.FILM;
import static io.github.reelay.download.ProviderOriginFixture.KEY;
import static io.github.reelay.download.ProviderOriginFixture.keys;
import static io.github.reelay.download.ProviderOriginFixture.locked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file at the provider's own address, which wants the key of the query. */
@Timeout(60)
class ProviderOriginTest {
  @TempDir Path folder;
  private DownloadFixture fixture;
  private ProviderOriginFixture provider;
  private HostServer own;
  private HostServer other;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    provider = new ProviderOriginFixture(fixture);
    own = provider.own;
    other = provider.other;
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void sendsTheKeyOnceTheOwnOriginDemandsIt(int status) {
    own.script(locked(status));

    fixture.fetch(provider.builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(keys(own)).containsExactly("null", KEY);
    assertThat(own.requests().get(1).line()).isEqualTo("GET " + CONTENT + " HTTP/1.1");
  }

  @Test
  void sendsNoKeyToAnOriginThatDoesNotDemandIt() {
    own.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));

    fixture.fetch(provider.builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void resumesWithTheKey() throws IOException {
    fixture.leave(FILM, 10_000);

    fixture.fetch(provider.builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(own.requests().get(1).start()).isEqualTo(10_000);
    assertThat(own.requests().get(1).header("If-Range")).isEqualTo(FILM.etag());
  }

  @Test
  void endsAsBeforeIfTheKeyIsRefused() {
    provider.key = () -> "sk-wrong";

    DownloadFailure failure =
        DownloadFixture.failure(fixture.fetch(provider.builder(), own.url(CONTENT)));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(failure.httpStatus()).isEqualTo(401);
    assertThat(failure.message())
        .isEqualTo(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 401, and no response from"
                + " toapis");
    assertThat(keys(own)).containsExactly("null", "Bearer sk-wrong");
  }

  @Test
  void sendsNoKeyIfItIsSwitchedOff() {
    DownloadOutcome outcome =
        fixture.fetch(provider.builder().providerKey(false), own.url(CONTENT));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void sendsNoKeyToAnotherPort() {
    other.script(locked(401));

    DownloadOutcome outcome = fixture.fetch(provider.builder(), other.url(CONTENT));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(keys(other)).containsExactly("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "cdn.127.0.0.1", "127.0.0.1.", "127.0.0.1.example", "127.1"})
  void sendsNoKeyToAnotherHost(String host) {
    DownloaderBuilder builder = provider.builder();
    builder.network(
        DownloadFixture.resolving(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
    URI url = URI.create("http://" + host + ":" + own.port() + CONTENT);

    assertThat(DownloadFixture.failure(fixture.fetch(builder, url)).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void readsTheKeyForEachRequestThatNeedsIt() {
    Queue<String> rotated = new ArrayDeque<>(Arrays.asList("sk-own", "sk-new"));
    provider.key = rotated::poll;
    own.script(
        (request, out) -> {
          switch (String.valueOf(request.header("Authorization"))) {
            case KEY -> HostServer.serve(FILM, request, out, 20_000);
            case "Bearer sk-new" -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
            default -> HostServer.write(out, 401, "Content-Length: 0");
          }
        });

    fixture.fetch(provider.builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null", KEY, "null", "Bearer sk-new");
    assertThat(own.requests().get(3).start()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({"none", "throws"})
  void endsAsBeforeWithoutAKey(String how) {
    provider.key =
        () -> {
          if (how.equals("throws")) {
            throw new LinkageError("sk-own cannot be read");
          }
          return null;
        };

    DownloadFailure failure =
        DownloadFixture.failure(fixture.fetch(provider.builder(), own.url(CONTENT)));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(failure.toString()).doesNotContain("sk-own");
    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void isNotHeldUpByAKeyThatNeverComes() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    provider.key =
        () -> {
          reached.countDown();
          try {
            never.await();
          } catch (InterruptedException ended) {
            interrupted.countDown();
          }
          return null;
        };
    Downloader downloader = fixture.open(provider.builder().maxRetriesWithoutProgress(1));

    var future = downloader.download(DownloadFixture.task(own.url(CONTENT)), fixture.file);
    reached.await();
    fixture.time.advance(Duration.ofSeconds(30));

    assertThat(DownloadFixture.failure(DownloadFixture.get(future)).kind())
        .isEqualTo(DownloadFailureKind.STALLED);
    interrupted.await();
    own.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));
    DownloadFixture.get(downloader.download(DownloadFixture.task(own.url(CONTENT)), fixture.file))
        .savedOrThrow();
  }

  @Test
  void leavesTheAuthorizationOfTheCallerInPlace() {
    DownloaderBuilder builder = provider.builder().header("authorization", "Basic b3du");

    assertThat(DownloadFixture.failure(fixture.fetch(builder, own.url(CONTENT))).httpStatus())
        .isEqualTo(401);
    assertThat(keys(own)).containsExactly("Basic b3du");
  }
}
