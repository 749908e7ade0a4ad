package io.github.reelay.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.IncompleteResponseException;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What queries and downloads make of each response that a server can come up with. */
@Timeout(60)
class HostileServerTest {
  static final int MOST = 1 << 20;
  private static final Duration BRIEF = Duration.ofMillis(250);
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Pattern NO_RESPONSE =
      Pattern.compile("expected a complete response from 127.0.0.1, (found .*); try again");
  private static final String LATE =
      "expected the complete response of 127\\.0\\.0\\.1 within [1-9]\\d+ ms, found it incomplete;"
          + " try again or allow more time";
  private static final Pattern NO_VIDEO =
      Pattern.compile(
          "toapis:ok-1: expected the whole video from 127.0.0.1, (found .*); try again later");

  @TempDir Path folder;

  static Stream<Behaviour> behaviours() {
    return Stream.of(HostileHeads.all(), HostileLengths.all(), HostileBodies.all())
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void aQueryEndsAsTheTableSays(Behaviour behaviour) throws Exception {
    try (HostileServer server = new HostileServer(behaviour.script());
        HttpTransport transport = HttpTransport.create()) {
      String seen = query(transport, server.url("/"), time(behaviour));
      DownloadFixture.await(server::hasSaidAll);
      String next =
          new String(get(transport, server.url(HostileServer.NEXT), PATIENT).body(), UTF_8);

      assertThat(next).as("the response to the next query").isEqualTo("next");
      // On a busy machine one that is late may not even have connected.
      boolean kept = server.accepted() == 1 && behaviour.ends() != Ends.LATE;
      assertThat(seen + (kept ? ", kept" : "")).isEqualTo(behaviour.ends().query());
      DownloadFixture.awaitAsserted(() -> assertThat(server.open()).isEqualTo(1));
    }
  }

  /** Only what drips is waited for. */
  private static Duration time(Behaviour behaviour) {
    return behaviour.ends() == Ends.LATE ? BRIEF : PATIENT;
  }

  private static String query(HttpTransport transport, URI url, Duration deadline)
      throws InterruptedException {
    try {
      return text(get(transport, url, deadline), null);
    } catch (ExecutionException failed) {
      return text(null, failed.getCause());
    }
  }

  /** As a table of behaviours says it, without whether the connection was kept. */
  static String text(@Nullable RecordedResponse response, @Nullable Throwable failure) {
    if (response != null) {
      boolean whole = Arrays.equals(response.body(), Behaviour.VIDEO);
      return response.httpStatus() + " " + (whole ? "whole" : response.body().length + " bytes");
    }
    Matcher noResponse = NO_RESPONSE.matcher(String.valueOf(failure.getMessage()));
    if (noResponse.matches()) {
      assertThat(failure).isExactlyInstanceOf(IncompleteResponseException.class).hasNoCause();
      return noResponse.group(1);
    }
    assertThat(failure).isExactlyInstanceOf(InterruptedIOException.class);
    assertThat(failure).message().matches(LATE);
    return "late";
  }

  private static RecordedResponse get(HttpTransport transport, URI url, Duration deadline)
      throws ExecutionException, InterruptedException {
    return transport.sendAndWait(
        new HttpRequest(url, Map.of(), deadline, MOST), response -> response);
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void aDownloadEndsAsTheTableSays(Behaviour behaviour) throws Exception {
    Path file = folder.resolve("video.mp4");
    Path part = folder.resolve("video.mp4.part");
    try (Providers providers = providers();
        HostileServer server = new HostileServer(behaviour.script());
        Downloader downloader = downloader(providers, time(behaviour), 1)) {
      DownloadOutcome outcome =
          DownloadFixture.get(downloader.download(DownloadFixture.task(server.url("/")), file));

      String kept = Files.exists(part) ? ", keeps " + Files.size(part) : "";
      assertThat(text(outcome) + kept).isEqualTo(behaviour.ends().download());
      DownloadFixture.awaitAsserted(() -> assertThat(server.open()).isZero());
    }
  }

  /** None of them is queried here. */
  static Providers providers() {
    return Providers.of(List.of(Provider.builder(new ToapisDialect()).key(() -> "sk").build()));
  }

  static Downloader downloader(Providers providers, Duration stall, int atOnce) {
    return Downloader.builder(providers)
        .allowPrivateAddresses(true)
        .concurrency(atOnce)
        .maxRetriesWithoutProgress(1)
        .freshUrls(false)
        .maxBytes(MOST)
        .stallTimeout(stall)
        .minBytesPerSecond(20_000)
        .build();
  }

  /** As a table of behaviours says it, without how much is kept. */
  static String text(DownloadOutcome outcome) {
    if (outcome instanceof DownloadOutcome.Saved saved) {
      assertThat(saved.file()).hasBinaryContent(Behaviour.VIDEO);
      return "saved";
    }
    DownloadFailure failure = DownloadFixture.failure(outcome);
    Matcher noVideo = NO_VIDEO.matcher(failure.message());
    return failure.kind()
        + ", "
        + (noVideo.matches() ? noVideo.group(1) : failure.message().replace("toapis:ok-1: ", ""));
  }
}
