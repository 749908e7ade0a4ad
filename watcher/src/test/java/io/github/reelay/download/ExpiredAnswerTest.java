package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.Retry;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An expired URL, in each form in which video hosts say so. */
@Timeout(60)
class ExpiredAnswerTest {
  private static final Film FILM = Film.of(20_000, 23);

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

  private void expired(Store.Script answer) {
    store.script(
        (request, out) -> {
          if (request.line().startsWith("GET /old")) {
            answer.answer(request, out);
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  /** The task has just ended, so that a late file would be waited for. */
  private DownloadOutcome fetch() {
    VideoTask task = Bench.task(store.url("/old?sig=secret"), null, ManualTime.START);
    return Bench.get(bench.open(bench.timed()).download(task, bench.file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | <?xml version='1.0'?><Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>
          400 | <Error><Code>ExpiredToken</Code><Message>Invalid argument.</Message></Error>
          400 | <Error><Code>AccessDenied</Code><Message>no</Message></Error>
          400 | {"Code":"AccessDenied","Message":"no"}
          400 | {"error":{"code":"RequestExpired"}}
          400 | {"error":"Request has expired"}
          400 | Request has expired
          404 | <Error><Code>SignatureExpired</Code></Error>
          409 | {"message":"link expired at 12:00"}
          200 | <?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>
          200 | <Error><Code>AuthenticationFailed</Code><AuthenticationErrorDetail>Signature not valid in the specified time frame</AuthenticationErrorDetail></Error>
          200 | {"code":"ExpiredToken","message":""}
          200 | {"error":"the link has expired"}
          200 | {"message":"\\u94fe"} 链接已过期
          403 | <Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>
          403 | {"error":"download token out of date"}
          401 | {"error":"expired_token"}
          """)
  void makesItAskTheProviderOnce(int status, String body) {
    expired(
        Store.always(
            status,
            new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    bench.providerShows(store.url("/new"));

    fetch().savedOrThrow();

    assertThat(store.requests()).hasSize(2);
    assertThat(bench.queries()).isEqualTo(1);
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
  }

  @ParameterizedTest
  @CsvSource({"200", "400", "401", "403", "404", "410"})
  void isSaidIfTheProviderShowsNoOther(int status) throws IOException {
    expired(Store.always(status, "<Error><Message>Request has expired</Message></Error>"));
    bench.providerShows(store.url("/old?sig=secret"));

    assertThat(Bench.failure(fetch()))
        .isEqualTo(
            new DownloadFailure(
                DownloadFailureKind.EXPIRED,
                "toapis:ok-1: expected the video from 127.0.0.1, found status "
                    + status
                    + " and that the URL has expired, and no other URL at toapis",
                status,
                null))
        .returns(Retry.NO, DownloadFailure::retry);
    assertThat(bench.queries()).isEqualTo(1);
    assertThat(bench.files()).isEmpty();
  }

  @Test
  void isReadNoFurtherThanEightKibibytes() {
    String page = "<Error>" + " ".repeat(10_000) + "<Message>Request has expired</Message></Error>";
    expired(Store.always(400, page));
    bench.providerShows(store.url("/old?sig=secret"));
    VideoTask task = Bench.task(store.url("/old?sig=secret"));

    DownloadOutcome outcome = Bench.get(bench.open(bench.timed()).download(task, bench.file));

    assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.REFUSED);
  }

  @Test
  void isSeenInAnAnswerThatIsCutShort() {
    expired(
        (request, out) -> {
          Store.write(out, 400, "Content-Length: 1000");
          out.write("<Error><Code>ExpiredToken</Code>".getBytes(StandardCharsets.US_ASCII));
        });
    bench.providerShows(store.url("/new"));

    fetch().savedOrThrow();

    assertThat(bench.queries()).isEqualTo(1);
  }

  @Test
  void isSeenInAnAnswerWithoutAnEnd() {
    expired(
        (request, out) -> {
          Store.write(out, 200, "Content-Type: application/xml");
          out.write("<Error><Code>ExpiredToken</Code></Error>".getBytes(StandardCharsets.US_ASCII));
        });
    bench.providerShows(store.url("/new"));

    fetch().savedOrThrow();
  }

  @Test
  void isNotWhatAFileIsThatIsOnlyLate() {
    expired(
        (request, out) -> {
          if (store.requests().size() == 1) {
            String body = "{\"message\":\"the link has not expired\",\"expired\":false}";
            Store.always(200, body).answer(request, out);
          } else {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    bench.providerShows(store.url("/old?sig=secret"));
    VideoTask task = Bench.task(store.url("/old?sig=secret"), null, ManualTime.START);

    var future = bench.open(bench.timed()).download(task, bench.file);
    bench.time.awaitAndAdvance(Duration.ofSeconds(2));

    Bench.get(future).savedOrThrow();
  }

  @Test
  void keepsTheFirstPartOfAFileWhenItsUrlExpires() throws IOException {
    bench.leave(FILM, 5_000);
    expired(Store.always(400, "<Error><Code>ExpiredToken</Code></Error>"));
    bench.providerShows(store.url("/new"));

    fetch().savedOrThrow();

    assertThat(store.requests().get(1).start()).isEqualTo(5_000);
  }
}
