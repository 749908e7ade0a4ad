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
class ExpiredUrlTest {
  private static final SampleMp4 FILM = SampleMp4.of(20_000, 23);

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

  private void expired(HostServer.Script response) {
    host.script(
        (request, out) -> {
          if (request.line().startsWith("GET /old")) {
            response.respond(request, out);
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  /** The task has just ended, so that a late file would be waited for. */
  private DownloadOutcome fetch() {
    VideoTask task = DownloadFixture.task(host.url("/old?sig=secret"), null, ManualScheduler.START);
    return DownloadFixture.get(fixture.open(fixture.timed()).download(task, fixture.file));
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
  void makesItQueryTheProviderOnce(int status, String body) {
    expired(
        HostServer.always(
            status,
            new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    fixture.providerShows(host.url("/new"));

    fetch().savedOrThrow();

    assertThat(host.requests()).hasSize(2);
    assertThat(fixture.queries()).isEqualTo(1);
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
  }

  @ParameterizedTest
  @CsvSource({"200", "400", "401", "403", "404", "410"})
  void isSaidIfTheProviderShowsNoOther(int status) throws IOException {
    expired(HostServer.always(status, "<Error><Message>Request has expired</Message></Error>"));
    fixture.providerShows(host.url("/old?sig=secret"));

    assertThat(DownloadFixture.failure(fetch()))
        .isEqualTo(
            new DownloadFailure(
                DownloadFailureKind.EXPIRED,
                "toapis:ok-1: expected the video from 127.0.0.1, found status "
                    + status
                    + " and that the URL has expired, and no other URL at toapis",
                status,
                null))
        .returns(Retry.NO, DownloadFailure::retry);
    assertThat(fixture.queries()).isEqualTo(1);
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void isReadNoFurtherThanEightKibibytes() {
    String page = "<Error>" + " ".repeat(10_000) + "<Message>Request has expired</Message></Error>";
    expired(HostServer.always(400, page));
    fixture.providerShows(host.url("/old?sig=secret"));
    VideoTask task = DownloadFixture.task(host.url("/old?sig=secret"));

    DownloadOutcome outcome =
        DownloadFixture.get(fixture.open(fixture.timed()).download(task, fixture.file));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.REFUSED);
  }

  @Test
  void isSeenInAResponseThatIsCutShort() {
    expired(
        (request, out) -> {
          HostServer.write(out, 400, "Content-Length: 1000");
          out.write("<Error><Code>ExpiredToken</Code>".getBytes(StandardCharsets.US_ASCII));
        });
    fixture.providerShows(host.url("/new"));

    fetch().savedOrThrow();

    assertThat(fixture.queries()).isEqualTo(1);
  }

  @Test
  void isSeenInAResponseWithoutAnEnd() {
    expired(
        (request, out) -> {
          HostServer.write(out, 200, "Content-Type: application/xml");
          out.write("<Error><Code>ExpiredToken</Code></Error>".getBytes(StandardCharsets.US_ASCII));
        });
    fixture.providerShows(host.url("/new"));

    fetch().savedOrThrow();
  }

  @Test
  void isNotWhatAFileIsThatIsOnlyLate() {
    expired(
        (request, out) -> {
          if (host.requests().size() == 1) {
            String body = "{\"message\":\"the link has not expired\",\"expired\":false}";
            HostServer.always(200, body).respond(request, out);
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    fixture.providerShows(host.url("/old?sig=secret"));
    VideoTask task = DownloadFixture.task(host.url("/old?sig=secret"), null, ManualScheduler.START);

    var future = fixture.open(fixture.timed()).download(task, fixture.file);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(2));

    DownloadFixture.get(future).savedOrThrow();
  }

  @Test
  void keepsTheFirstPartOfAFileWhenItsUrlExpires() throws IOException {
    fixture.leave(FILM, 5_000);
    expired(HostServer.always(400, "<Error><Code>ExpiredToken</Code></Error>"));
    fixture.providerShows(host.url("/new"));

    fetch().savedOrThrow();

    assertThat(host.requests().get(1).start()).isEqualTo(5_000);
  }
}
