package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
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
  private static final SampleMp4 FILM = SampleMp4.of(50_000, 21);
  private static final String KEY = "Bearer sk-own";
  private static final String CONTENT = "/v1/videos/ok-1/content";

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer own;
  private HostServer other;
  private Supplier<String> key = () -> "sk-own";

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    own = fixture.host(new HostServer(locked(401)));
    other = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  /** Wants the key. */
  private static HostServer.Script locked(int status) {
    return (request, out) -> {
      if (KEY.equals(request.header("Authorization"))) {
        HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
      } else {
        HostServer.write(out, status, "Content-Length: 0");
      }
    };
  }

  /** The provider is served by the own host; its queries get a 404 there. */
  private DownloaderBuilder builder() {
    Provider provider =
        Provider.builder(new ToapisDialect())
            .baseUrl(own.url("/api"))
            .key(() -> key.get())
            .transport(
                query ->
                    CompletableFuture.completedFuture(
                        new RecordedResponse(404, Map.of(), new byte[0])))
            .build();
    return Downloader.builder(Providers.of(List.of(provider)))
        .allowPrivateAddresses(true)
        .scheduler(fixture.time);
  }

  private DownloadOutcome fetch(DownloaderBuilder builder, URI url) {
    return DownloadFixture.get(
        fixture.open(builder).download(DownloadFixture.task(url), fixture.file));
  }

  private static List<String> keys(HostServer host) {
    return host.requests().stream()
        .map(request -> String.valueOf(request.header("Authorization")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void sendsTheKeyOnceTheOwnOriginDemandsIt(int status) {
    own.script(locked(status));

    fetch(builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(keys(own)).containsExactly("null", KEY);
    assertThat(own.requests().get(1).line()).isEqualTo("GET " + CONTENT + " HTTP/1.1");
  }

  @Test
  void sendsNoKeyToAnOriginThatDoesNotDemandIt() {
    own.script((request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE));

    fetch(builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void resumesWithTheKey() throws IOException {
    fixture.leave(FILM, 10_000);

    fetch(builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(own.requests().get(1).start()).isEqualTo(10_000);
    assertThat(own.requests().get(1).header("If-Range")).isEqualTo(FILM.etag());
  }

  @Test
  void endsAsBeforeIfTheKeyIsRefused() {
    key = () -> "sk-wrong";

    DownloadFailure failure = DownloadFixture.failure(fetch(builder(), own.url(CONTENT)));

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
    DownloadOutcome outcome = fetch(builder().providerKey(false), own.url(CONTENT));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void sendsNoKeyToAnotherPort() {
    other.script(locked(401));

    DownloadOutcome outcome = fetch(builder(), other.url(CONTENT));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(keys(other)).containsExactly("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "cdn.127.0.0.1", "127.0.0.1.", "127.0.0.1.example", "127.1"})
  void sendsNoKeyToAnotherHost(String host) {
    DownloaderBuilder builder = builder();
    builder.network(
        DownloadFixture.resolving(name -> new InetAddress[] {InetAddress.getLoopbackAddress()}));
    URI url = URI.create("http://" + host + ":" + own.port() + CONTENT);

    assertThat(DownloadFixture.failure(fetch(builder, url)).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void readsTheKeyForEachRequestThatNeedsIt() {
    Queue<String> rotated = new ArrayDeque<>(Arrays.asList("sk-own", "sk-new"));
    key = rotated::poll;
    own.script(
        (request, out) -> {
          switch (String.valueOf(request.header("Authorization"))) {
            case KEY -> HostServer.serve(FILM, request, out, 20_000);
            case "Bearer sk-new" -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
            default -> HostServer.write(out, 401, "Content-Length: 0");
          }
        });

    fetch(builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null", KEY, "null", "Bearer sk-new");
    assertThat(own.requests().get(3).start()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({"none", "throws"})
  void endsAsBeforeWithoutAKey(String how) {
    key =
        () -> {
          if (how.equals("throws")) {
            throw new LinkageError("sk-own cannot be read");
          }
          return null;
        };

    DownloadFailure failure = DownloadFixture.failure(fetch(builder(), own.url(CONTENT)));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(failure.toString()).doesNotContain("sk-own");
    assertThat(keys(own)).containsExactly("null");
  }

  @Test
  void isNotHeldUpByAKeyThatNeverComes() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    key =
        () -> {
          reached.countDown();
          try {
            never.await();
          } catch (InterruptedException ended) {
            interrupted.countDown();
          }
          return null;
        };
    Downloader downloader = fixture.open(builder().maxRetriesWithoutProgress(1));

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
    DownloaderBuilder builder = builder().header("authorization", "Basic b3du");

    assertThat(DownloadFixture.failure(fetch(builder, own.url(CONTENT))).httpStatus())
        .isEqualTo(401);
    assertThat(keys(own)).containsExactly("Basic b3du");
  }
}
