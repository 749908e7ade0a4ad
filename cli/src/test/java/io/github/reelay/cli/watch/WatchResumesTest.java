package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.VideoHost;
import io.github.reelay.cli.VirtualTime;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command with a state file whose provider refuses: how it ends, and how to go on. */
@Timeout(60)
class WatchResumesTest {
  private static final String WRONG_PATH =
      "{\"error\":{\"message\":\"Invalid URL (GET /v1/v1)\",\"type\":\"invalid_request_error\","
          + "\"param\":\"\",\"code\":\"\"}}";
  private static final String GONE =
      "{\"error\":{\"code\":\"task_not_exist\",\"message\":\"no such task\"}}";
  private static final String RUNNING =
      "{\"id\":\"t-1\",\"status\":\"pending\",\"detail\":{\"id\":\"t-1\",\"status\":\"pending\"}}";
  private static final String DONE =
      "{\"id\":\"t-1\",\"status\":\"completed\",\"detail\":{\"id\":\"t-1\",\"status\":\"completed\","
          + "\"url\":\"https://files.example/1.mp4\"}}";

  /**
   * What the provider responds.
   *
   * @param status the HTTP status
   * @param body the body
   */
  record Response(int status, String body) {}

  private static final Response REVOKED =
      new Response(401, "{\"error\":{\"message\":\"bad key\"}}");

  @TempDir private Path folder;
  private Path state;
  private HttpServer server;
  private int queries;
  private IntFunction<Response> script;
  private final CommandRunner runner = new CommandRunner();

  @BeforeEach
  void serve() throws IOException {
    state = folder.resolve("state");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Response response = script.apply(++queries);
          byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(response.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    runner.env.put(EnvironmentVariables.baseUrl("22codex"), base);
    runner.env.put(EnvironmentVariables.key("22codex"), "key");
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private CommandRunner.Result watch(String... more) {
    List<String> args = new java.util.ArrayList<>(List.of("watch", "--state", state.toString()));
    args.addAll(List.of(more));
    args.add("22codex:t-1");
    return runner.run(args.toArray(String[]::new));
  }

  private List<String> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      return store.handles().stream().map(TaskHandle::toString).toList();
    }
  }

  private Duration elapsed() {
    return Duration.between(VirtualTime.START, runner.clock.instant());
  }

  private String goOn(String options) {
    return "resume with: reelay watch --state " + state + options;
  }

  /** wrong-path, revoked-key and others: status, exit status, how many queries. */
  @ParameterizedTest
  @CsvSource({"404,4,3", "401,4,1", "402,4,1", "400,4,1", "403,4,1", "500,5,5", "302,5,5"})
  void withoutATimeLimitItEndsImmediatelyAndSaysHowToGoOn(int status, int exit, int count)
      throws IOException {
    script = number -> new Response(status, status == 404 ? WRONG_PATH : "{}");

    CommandRunner.Result result = watch();

    assertThat(result.status()).isEqualTo(exit);
    assertThat(result.errLines()).last().isEqualTo(goOn(""));
    assertThat(open()).containsExactly("22codex:t-1");
    assertThat(queries).isEqualTo(count);
  }

  /** gone: forgotten only after the grace period, two minutes of the provider's time. */
  @ParameterizedTest
  @ValueSource(strings = {"", "1h"})
  void aTaskThatIsGoneIsForgotten(String timeout) throws IOException {
    List<Instant> times = new CopyOnWriteArrayList<>();
    script =
        number -> {
          times.add(runner.clock.instant());
          return new Response(400, GONE);
        };

    CommandRunner.Result result = timeout.isEmpty() ? watch() : watch("--timeout", timeout);

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.err()).contains("not-found (HTTP 400)").doesNotContain("resume with");
    assertThat(queries).isEqualTo(13);
    assertThat(Duration.between(times.get(0), times.get(times.size() - 1)))
        .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(130));
    assertThat(open()).isEmpty();
  }

  @Test
  void withATimeLimitItGoesOnWhenTheKeyWorksAgain() throws IOException {
    script =
        number ->
            number == 1
                ? new Response(200, RUNNING)
                : number <= 4 ? REVOKED : new Response(200, number <= 6 ? RUNNING : DONE);

    CommandRunner.Result result = watch("--timeout", "1h");

    assertThat(result.status()).isZero();
    assertThat(result.outLines()).singleElement().asString().contains("\"succeeded\"");
    assertThat(queries).isEqualTo(7);
    assertThat(result.err()).doesNotContain("resume with");
    assertThat(open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"401,4,unauthorized,3", "404,4,not-found,5", "500,5,provider-error,7"})
  void withATimeLimitItEndsThenWithTheLastReason(int status, int exit, String reason, int count)
      throws IOException {
    script = number -> new Response(status, status == 404 ? WRONG_PATH : "{}");

    CommandRunner.Result result = watch("--timeout", "3m");

    assertThat(result.status()).isEqualTo(exit);
    assertThat(result.err()).contains("22codex:t-1: expected a task, found " + reason);
    assertThat(result.errLines()).last().isEqualTo(goOn(" --timeout 3m"));
    assertThat(open()).containsExactly("22codex:t-1");
    assertThat(queries).isEqualTo(count);
    assertThat(elapsed()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aTimeLimitThatEndsWhileTheTaskRunsAgainIsStatus3() throws IOException {
    script = number -> number <= 2 ? REVOKED : new Response(200, RUNNING);

    CommandRunner.Result result = watch("--timeout", "3m");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("22codex:t-1: expected an end within 3 min, found it queued");
    assertThat(elapsed()).isEqualTo(Duration.ofMinutes(3));
    assertThat(result.errLines()).last().isEqualTo(goOn(" --timeout 3m"));
    assertThat(open()).containsExactly("22codex:t-1");
  }

  /** The provider is not queried again, and the video not fetched twice. */
  @ParameterizedTest
  @ValueSource(ints = {401, 402, 404, 500})
  void withATimeLimitATaskThatEndedMeanwhileIsDownloadedOnce(int status) throws IOException {
    AtomicInteger fetches = new AtomicInteger();
    Progress err = new Progress();
    try (VideoHost videos = slowVideos(fetches, err.downloading)) {
      String done = DONE.replace("https://files.example/1.mp4", videos.url("1.mp4"));
      int refusals = status == 500 ? 6 : status == 404 ? 4 : 2;
      script = number -> number <= refusals ? new Response(status, "{}") : new Response(200, done);

      String[] args = {
        "watch",
        "--state",
        state.toString(),
        "--timeout",
        "2h",
        "--download",
        folder + "/v",
        "--allow-private-addresses",
        "22codex:t-1"
      };

      assertThat(Main.run(args, runner.context(OutputStream.nullOutputStream(), err))).isZero();

      assertThat(err.toString(StandardCharsets.UTF_8))
          .contains("22codex:t-1: 4,000 bytes in")
          .doesNotContain("already");
      assertThat(queries).isEqualTo(refusals + 1);
      assertThat(fetches).hasValue(1);
      assertThat(open()).isEmpty();
    }
  }

  /** Standard error, which says after the end of a task that its video is downloaded. */
  private static final class Progress extends ByteArrayOutputStream {
    private final CountDownLatch downloading = new CountDownLatch(1);

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      super.write(bytes, from, count);
      if (toString(StandardCharsets.UTF_8).contains("t-1: downloading")) {
        downloading.countDown();
      }
    }
  }

  private static VideoHost slowVideos(AtomicInteger fetches, CountDownLatch downloading) {
    return new VideoHost(
        exchange -> {
          fetches.incrementAndGet();
          exchange.sendResponseHeaders(200, VideoHost.VIDEO.length);
          exchange.getResponseBody().write(VideoHost.VIDEO, 0, 2_000);
          exchange.getResponseBody().flush();
          awaitOpen(downloading); // its end was reported before
          exchange.getResponseBody().write(VideoHost.VIDEO, 2_000, 2_000);
          exchange.close();
        });
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aTaskThatFailedMeanwhileIsReportedOnce() throws IOException {
    script =
        number -> number <= 2 ? REVOKED : new Response(200, RUNNING.replace("pending", "failed"));

    CommandRunner.Result result = watch("--timeout", "1h");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.outLines()).hasSize(1);
    assertThat(queries).isEqualTo(3);
    assertThat(open()).isEmpty();
  }

  /** The last reason counts, not that for which the wait was suspended first. */
  @ParameterizedTest
  @CsvSource({"401,503,5,provider-error", "503,401,4,unauthorized", "402,400,4,invalid-request"})
  void withATimeLimitTheReasonMayChange(int first, int then, int exit, String reason)
      throws IOException {
    int refusals = first == 503 ? 5 : 1;
    script = number -> new Response(number <= refusals ? first : then, "{}");

    CommandRunner.Result result = watch("--timeout", "2m");

    assertThat(result.status()).isEqualTo(exit);
    assertThat(result.err()).contains("22codex:t-1: expected a task, found " + reason);
    assertThat(result.errLines()).last().isEqualTo(goOn(" --timeout 2m"));
    assertThat(elapsed()).isEqualTo(Duration.ofMinutes(2));
  }
}
