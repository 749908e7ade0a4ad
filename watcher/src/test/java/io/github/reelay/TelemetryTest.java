package io.github.reelay;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DURATION;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one call of the builder lets a listener hear. */
@Timeout(60)
class TelemetryTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(TelemetryListener.class);

  private final ReelayFixture fixture = new ReelayFixture();
  private final RecordingTelemetry heard = new RecordingTelemetry();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void hearsOfATaskFromItsFirstQueryToItsVideo() {
    try (Reelay reelay = fixture.builder().store(HandleStore.inMemory()).telemetry(heard).build()) {
      reelay.download("toapis:ok-1", folder.resolve("a.mp4"));
      heard.await("download closed");
    }

    assertThat(heard.lines("task"))
        .containsExactly(
            "task toapis opened",
            "task toapis null to QUEUED",
            "task toapis QUEUED to RUNNING",
            "task toapis RUNNING to SUCCEEDED",
            "task toapis closed at SUCCEEDED: SUCCEEDED");
    assertThat(heard.ages()).singleElement(DURATION).isBetween(ofHours(3), ofHours(4));
    assertThat(heard.lines("query"))
        .hasSizeBetween(17, 20)
        .startsWith("query toapis queued")
        .endsWith("query toapis succeeded")
        .doesNotContain("query toapis not-found");
    assertThat(heard.lines("download"))
        .containsExactly(
            "download toapis opened",
            "download started",
            "download ended after 17993 bytes: null",
            "download closed");
    assertThat(heard.lines("expires")).isNotEmpty().doesNotContain("expires null");
    assertThat(heard.lines("store")).containsExactly("store 1", "store 1");
  }

  @Test
  void hearsWhenATaskIsQueriedNextAndWhenItIsGivenUp() {
    List<String> plans = new CopyOnWriteArrayList<>();
    TelemetryListener planner =
        new TelemetryListener() {
          @Override
          public void queryPlanned(TaskHandle task, Instant nextQueryAt, Instant givenUpAt) {
            plans.add(task + " " + Duration.between(nextQueryAt, givenUpAt).toMinutes());
          }
        };
    try (Reelay reelay = fixture.builder().telemetry(planner).build()) {
      reelay.await("toapis:ok-1", ofHours(5));
    }

    assertThat(plans).hasSizeBetween(17, 20).allMatch(plan -> plan.startsWith("toapis:ok-1 "));
  }

  @Test
  void hearsEachQueryOnceThoughItIsSetTwice() {
    try (Reelay reelay =
        fixture
            .builder()
            .telemetry(heard)
            .telemetry(heard)
            .downloads(downloads -> downloads.allowPrivateAddresses(true).telemetry(heard))
            .build()) {
      reelay.query("22codex:ok-1");
      reelay.await("22codex:missing-1", ofHours(1));
    }

    assertThat(heard.lines())
        .containsExactly(
            "query 22codex queued",
            "task 22codex opened",
            "query 22codex not-found",
            "query 22codex not-found",
            "query 22codex not-found",
            "task 22codex closed at null: REFUSED");
  }

  @Test
  void hearsThatAWaitWasGivenUp() {
    try (Reelay reelay = fixture.builder().telemetry(heard).build()) {
      CompletableFuture<Outcome> wait = reelay.watch("xingchaoyiqing:never-1");
      assertThat(reelay.await("xingchaoyiqing:never-1", ofHours(2)).kind())
          .isEqualTo(Outcome.Kind.UNFINISHED);
      wait.cancel(true);
    }

    assertThat(heard.lines("task"))
        .containsExactly(
            "task xingchaoyiqing opened",
            "task xingchaoyiqing null to QUEUED",
            "task xingchaoyiqing QUEUED to RUNNING",
            "task xingchaoyiqing closed at RUNNING: STOPPED");
  }

  @Test
  void aListenerThatThrowsHarmsNothingAndIsLoggedOnce() {
    TelemetryListener broken =
        new TelemetryListener() {
          @Override
          public QueryObserver queryStarted(String provider) {
            return result -> {
              throw new IllegalStateException("of the listener");
            };
          }

          @Override
          public void taskChanged(String provider, TaskStatus before, TaskStatus now) {
            throw new AssertionError("of the listener");
          }

          @Override
          public DownloadObserver downloadOpened(String provider) {
            throw new IllegalStateException("of the listener");
          }
        };
    try (Reelay reelay = fixture.builder().telemetry(broken).telemetry(heard).build()) {
      assertThat(reelay.download("toapis:ok-2", folder.resolve("b.mp4"))).hasSize(17_993);
    }

    assertThat(heard.lines("download")).hasSize(4);
    assertThat(log.lines())
        .containsExactly(
            "WARNING expected the telemetry listener to return, found an exception; others of it"
                + " are not logged (IllegalStateException)");
  }
}
