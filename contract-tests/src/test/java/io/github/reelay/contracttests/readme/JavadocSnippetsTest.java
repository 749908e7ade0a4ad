package io.github.reelay.contracttests.readme;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.VirtualScheduler;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.UnsuccessfulException;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.json.WatchJson;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of the main types; {@link JavadocTest} compares them. */
class JavadocSnippetsTest {
  private static final TaskHandle DONE = TaskHandle.parse("toapis:ok-1");
  private static final TaskHandle REJECTED = TaskHandle.parse("toapis:rejected-1");

  private final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
  private final Map<String, String> environment = FollowSnippetTest.environment(sandbox);
  private final Providers all = Providers.discover(environment);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    all.close();
    sandbox.close();
  }

  private static VideoTask provider(URI baseUrl, String key) {
    // snippet:javadoc-provider
    try (Provider toapis =
        Provider.builder(new ToapisDialect()).baseUrl(baseUrl).key(() -> key).build()) {
      return toapis.query("ok-1").taskOrThrow();
    }
    // end
  }

  private static QueryResult providers(Map<String, String> environment) {
    // snippet:javadoc-providers
    try (Providers providers = Providers.discover(environment)) { // such as System.getenv()
      return providers.query(TaskHandle.parse("toapis:ok-1"));
    }
    // end
  }

  @Test
  void queriesATask() {
    assertThat(provider(sandbox.baseUrl("toapis"), sandbox.apiKey("toapis")).handle())
        .isEqualTo(DONE);
    assertThat(providers(environment).taskOrThrow().handle()).isEqualTo(DONE);
  }

  private static String queryResult(Providers providers, TaskHandle handle) {
    // snippet:javadoc-query-result
    QueryResult result = providers.query(handle);
    if (result instanceof QueryResult.Failed failed) {
      return failed.failure().summary(); // such as rate-limited (HTTP 429)
    }
    VideoTask task = result.taskOrThrow();
    // end
    return task.status().jsonName();
  }

  private static String failure(Failure failure) {
    // snippet:javadoc-failure
    String advice = failure.retry() == Retry.YES ? "query again" : "do not query again";
    Duration wait = failure.retryAfter(); // null if the provider does not say
    // end
    return advice + " after " + wait;
  }

  private static String task(VideoTask task) {
    // snippet:javadoc-task
    if (task.video() != null) {
      return "download " + task.video().url();
    }
    return task.status().terminal() ? "no video" : "query again";
    // end
  }

  @Test
  void saysWhatToDoNext() {
    Failure limited =
        Failure.builder(FailureKind.RATE_LIMITED, Origin.RELAY)
            .httpStatus(429)
            .retryAfter(ofHours(1))
            .build();

    assertThat(queryResult(all, DONE)).isEqualTo("succeeded");
    assertThat(queryResult(all, TaskHandle.parse("toapis:limited-1")))
        .isEqualTo("rate-limited (HTTP 429)");
    assertThat(failure(limited)).isEqualTo("query again after PT1H");
    assertThat(task(all.query(DONE).taskOrThrow())).startsWith("download http://127.0.0.1:");
    assertThat(task(all.query(REJECTED).taskOrThrow())).isEqualTo("no video");
    assertThat(task(all.query(TaskHandle.parse("toapis:never-1")).taskOrThrow()))
        .isEqualTo("query again");
  }

  private static VideoTask watcher(Providers providers, TaskHandle handle) {
    // snippet:javadoc-watcher
    try (Watcher watcher = Watcher.of(providers)) {
      return watcher.await(handle).succeededOrThrow();
    }
    // end
  }

  private static URI outcome(Outcome outcome) {
    // snippet:javadoc-outcome
    VideoTask task = outcome.succeededOrThrow(); // or an exception that says why there is none
    // end
    return task.video().url();
  }

  private static TaskListener event(List<String> lines) {
    // snippet:javadoc-event
    TaskListener listener = event -> lines.add(event.handle() + " " + event.kind());
    // end
    return listener;
  }

  @Test
  void waitsForATask() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(1);
    TaskListener listener = event(lines);
    TaskListener untilTheEnd =
        event -> {
          listener.on(event);
          if (event.kind() == TaskEvent.Kind.ENDED) {
            ended.countDown();
          }
        };
    try (Watcher watcher = Watcher.builder(all).listener(untilTheEnd).build()) {
      assertThat(outcome(watcher.await(DONE))).hasHost("127.0.0.1");
      ended.await(); // an outcome does not wait for the listeners
    }

    assertThat(lines).endsWith("toapis:ok-1 ENDED");
    assertThat(watcher(all, DONE).handle()).isEqualTo(DONE);
    assertThatThrownBy(() -> watcher(all, REJECTED)).isInstanceOf(UnsuccessfulException.class);
  }

  private static Path download(Downloader downloader, VideoTask task, Path directory) {
    // snippet:javadoc-downloader
    // Downloader downloader = Downloader.builder(providers).build();
    DownloadOutcome outcome = downloader.download(task, directory.resolve("a.mp4")).join();
    Path file = outcome.savedOrThrow().file(); // or an exception that says why there is none
    // end
    return file;
  }

  @Test
  void savesAVideo() {
    try (Downloader downloader = Downloader.builder(all).allowPrivateAddresses(true).build()) {
      VideoTask task = all.query(DONE).taskOrThrow();

      assertThat(download(downloader, task, directory)).hasSize(17_993);
    }
  }

  private static VideoTask json(VideoTask task) {
    // snippet:javadoc-json
    String line = CanonicalJson.line(task);
    VideoTask same = CanonicalJson.readTask(line);
    // end
    return same;
  }

  private static Outcome watchJson(Outcome outcome) {
    // snippet:javadoc-watch-json
    String line = WatchJson.line(outcome);
    Outcome same = WatchJson.readOutcome(line);
    // end
    return same;
  }

  @Test
  void writesAndReadsJson() {
    VideoTask task = all.query(DONE).taskOrThrow();

    assertThat(json(task)).isEqualTo(task);
    assertThat(watchJson(new Outcome.Finished(task))).isEqualTo(new Outcome.Finished(task));
  }

  private static Outcome virtualTime() throws Exception {
    // snippet:javadoc-virtual-time
    VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));
    try (Sandbox sandbox =
            Sandbox.builder().clock(time.clock()).stepByClock(ofHours(1), ofHours(2)).start();
        Provider toapis =
            Provider.builder(new ToapisDialect())
                .clock(time.clock())
                .baseUrl(sandbox.baseUrl("toapis"))
                .key(() -> sandbox.apiKey("toapis"))
                .build();
        Watcher watcher =
            Watcher.builder(Providers.of(List.of(toapis)))
                .scheduler(time)
                .rules(rules -> rules.withInterval(ofMinutes(10)))
                .build()) {
      TaskHandle task = TaskHandle.parse("toapis:ok-1");
      return time.runUntil(watcher.watch(task, ofHours(5)));
    }
    // end
  }

  @Test
  void letsHoursPass() throws Exception {
    assertThat(virtualTime().succeededOrThrow().handle()).isEqualTo(DONE);
  }

  private static long queries(Providers providers) {
    // snippet:javadoc-telemetry
    LongAdder queries = new LongAdder();
    TelemetryListener counter =
        new TelemetryListener() {
          @Override
          public QueryObserver queryStarted(String provider) {
            return result -> queries.increment();
          }
        };
    // end
    try (Providers heard = providers.withTelemetry(counter)) {
      heard.get("toapis").query("ok-1");
      return queries.sum();
    }
  }

  @Test
  void hearsOfAQuery() {
    assertThat(queries(all)).isEqualTo(1);
  }
}
