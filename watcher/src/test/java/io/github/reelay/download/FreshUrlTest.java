package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Retry;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.SandboxAnswer;
import io.github.reelay.task.TaskHandle;
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
  private static final Film FILM = Film.of(300_000, 6);
  private static final String USER_AGENT =
      "; some hosts refuse a user agent that is no browser's: set another";
  private static final Instant PAST = ManualTime.START.minusSeconds(1);
  private static final Instant SOON = ManualTime.START.plusSeconds(9);
  private static final Instant LATER = ManualTime.START.plusSeconds(11);

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

  private DownloadOutcome fetch(String path, Instant expiresAt) {
    Downloader downloader = bench.open(bench.timed());
    return Bench.get(downloader.download(Bench.task(store.url(path), expiresAt), bench.file));
  }

  private void storeRefuses(String path, int status) {
    store.script(
        (request, out) -> {
          if (request.line().startsWith("GET " + path)) {
            Store.write(out, status, "Content-Length: 0");
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  private List<String> paths() {
    return store.requests().stream().map(request -> request.line().split(" ")[1]).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void asksTheProviderOnceWhenTheStoreRefuses(int status) {
    storeRefuses("/old", status);
    bench.providerShows(store.url("/new"));

    fetch("/old", null).savedOrThrow();

    assertThat(paths()).containsExactly("/old", "/new");
    assertThat(bench.queries()).isEqualTo(1);
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void asksBeforeTheAttemptWhenTheUrlIsAboutToDie() {
    bench.providerShows(store.url("/new"));

    fetch("/old", SOON).savedOrThrow();

    assertThat(paths()).containsExactly("/new");
  }

  @Test
  void asksNobodyWhileTheUrlLives() {
    fetch("/old", LATER).savedOrThrow();

    assertThat(bench.queries()).isZero();
  }

  @Test
  void triesADeadUrlIfTheProviderShowsNoOther() {
    bench.providerShows(store.url("/old"));

    fetch("/old", PAST).savedOrThrow();

    assertThat(paths()).containsExactly("/old");
    assertThat(bench.queries()).isEqualTo(1);
  }

  @Test
  void triesADeadUrlIfTheProviderDoesNotAnswer() {
    bench.sandbox.answerNext("toapis", "ok-1", SandboxAnswer.html(502, "<html>"));

    fetch("/old", PAST).savedOrThrow();

    assertThat(paths()).containsExactly("/old");
  }

  @ParameterizedTest
  @CsvSource({"401, REFUSED", "403, REFUSED", "404, GONE", "410, GONE"})
  void namesWhatTheStoreSaidIfThereIsNoOtherUrl(int status, DownloadFailureKind kind)
      throws IOException {
    storeRefuses("/old", status);
    bench.providerShows(store.url("/old"));

    DownloadFailure failure = Bench.failure(fetch("/old?sig=secret", null));

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
    assertThat(bench.queries()).isEqualTo(1);
    assertThat(bench.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  void saysThatTheUrlHasExpiredIfItHas(int status) {
    storeRefuses("/old", status);
    bench.providerShows(store.url("/old"));

    DownloadFailure failure = Bench.failure(fetch("/old", PAST));

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
    assertThat(bench.queries()).isEqualTo(1);
  }

  @Test
  void triesEachUrlOnce() {
    storeRefuses("/", 403);
    bench.providerShows(store.url("/new"));

    assertThat(Bench.failure(fetch("/old", null)).kind()).isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(paths()).containsExactly("/old", "/new");
    assertThat(bench.queries()).isEqualTo(1);
  }

  @Test
  void tellsWhatTheProviderSaidInsteadOfAUrl() {
    storeRefuses("/", 403);
    bench.sandbox.answerNext("toapis", "ok-1", SandboxAnswer.html(502, "<html>"));

    DownloadFailure failure = Bench.failure(fetch("/old", null));

    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.REFUSED);
    assertThat(failure.provider()).isNotNull();
    assertThat(failure.retry()).isEqualTo(Retry.YES);
    assertThat(failure.sentence())
        .isEqualTo(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 403, and no answer from"
                + " toapis"
                + USER_AGENT);
  }

  @Test
  void asksAgainWhenTheUrlDiesInTheMiddle() {
    store.script(
        (request, out) -> {
          int count = store.requests().size();
          if (count == 2 || count == 4) {
            Store.write(out, 403, "Content-Length: 0");
          } else {
            Store.serve(FILM, request, out, count == 5 ? Integer.MAX_VALUE : 1_000);
          }
        });
    bench.providerShows(store.url("/second"));
    bench.providerShows(store.url("/third"));

    fetch("/first", null).savedOrThrow();

    assertThat(paths()).containsExactly("/first", "/first", "/second", "/second", "/third");
    assertThat(store.requests().get(4).start()).isEqualTo(2_000);
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
  }

  @Test
  void asksFirstForAHandle() {
    bench.providerShows(store.url("/new"));
    Downloader downloader = bench.open(bench.timed());

    Bench.get(downloader.download(Bench.HANDLE, bench.file)).savedOrThrow();

    assertThat(paths()).containsExactly("/new");
  }

  @Test
  void tellsWhyTheProviderShowsNoTask() {
    Downloader downloader = bench.open(bench.timed());

    DownloadOutcome outcome =
        Bench.get(downloader.download(new TaskHandle("toapis", "missing-1"), bench.file));

    DownloadFailure failure = Bench.failure(outcome);
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.PROVIDER);
    assertThat(failure.provider().kind()).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(failure.retry()).isEqualTo(Retry.NO);
    assertThat(failure.sentence())
        .isEqualTo(
            "toapis:missing-1: expected its URL from toapis, found not-found; see the provider's"
                + " failure");
  }

  @Test
  void tellsThatATaskHasNoVideo() {
    Downloader downloader = bench.open(bench.timed());
    VideoTask running = VideoTask.builder("toapis", "ok-1", new TaskState.Running()).build();

    DownloadOutcome given = Bench.get(downloader.download(running, bench.file));
    DownloadOutcome asked =
        Bench.get(downloader.download(new TaskHandle("toapis", "fails-1"), bench.file));

    assertThat(Bench.failure(given))
        .isEqualTo(
            DownloadFailure.of(
                DownloadFailureKind.NO_VIDEO,
                "toapis:ok-1: expected a task that has succeeded, found that it is running; wait"
                    + " for it, or query it again"));
    assertThat(Bench.failure(asked).kind()).isEqualTo(DownloadFailureKind.NO_VIDEO);
  }

  @Test
  void tellsThatAProviderIsUnknownOrHasNoKey() {
    Providers keyless =
        Providers.of(List.of(Provider.builder(new ToapisDialect()).key(() -> null).build()));
    try (keyless;
        Downloader downloader = Downloader.builder(keyless).build()) {
      DownloadOutcome unknown =
          Bench.get(downloader.download(new TaskHandle("nobody", "1"), bench.file));
      DownloadOutcome noKey =
          Bench.get(downloader.download(new TaskHandle("toapis", "1"), bench.file));

      assertThat(Bench.failure(unknown))
          .isEqualTo(
              DownloadFailure.of(
                  DownloadFailureKind.PROVIDER,
                  "nobody:1: expected to ask nobody for its URL, found that this cannot be:"
                      + " expected one of the providers toapis, found 'nobody'"));
      assertThat(Bench.failure(noKey).sentence())
          .contains("REELAY_TOAPIS_API_KEY")
          .startsWith("toapis:1: ");
    }
  }

  @Test
  void repeatsNothingThatWhoeverHasTheKeySays() {
    Provider locked =
        Provider.builder(new ToapisDialect())
            .key(
                () -> {
                  throw new IllegalArgumentException("sk-secret is no key");
                })
            .build();
    try (Providers providers = Providers.of(List.of(locked));
        Downloader downloader = Downloader.builder(providers).build()) {
      DownloadOutcome outcome =
          Bench.get(downloader.download(new TaskHandle("toapis", "1"), bench.file));

      assertThat(Bench.failure(outcome).sentence())
          .isEqualTo(
              "toapis:1: expected to ask toapis for its URL, found that this cannot be: it failed");
    }
  }

  @Test
  void tellsThatAnIdCannotBeAskedFor() {
    Downloader downloader = bench.open(bench.timed());

    DownloadOutcome outcome =
        Bench.get(downloader.download(new TaskHandle("toapis", ".."), bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.PROVIDER);
    assertThat(Bench.failure(outcome).sentence()).contains("expected a task id").contains("'..'");
  }

  @Test
  void refusesATaskThatCannotBeNamed() {
    Downloader downloader = bench.open(bench.timed());
    VideoTask nameless = VideoTask.builder("toapis", null, new TaskState.Running()).build();

    assertThatThrownBy(() -> downloader.download(nameless, bench.file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a task with an id, found one without");
  }
}
