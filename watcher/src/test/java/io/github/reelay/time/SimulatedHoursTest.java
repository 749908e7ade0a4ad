package io.github.reelay.time;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hours of waiting over real connections to the sandbox, in virtual time. */
@Timeout(60)
class SimulatedHoursTest {
  private final VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir private Path folder;

  private Sandbox sandbox() {
    return Sandbox.builder().clock(time.clock()).stepByClock(ofHours(1), ofHours(2)).start();
  }

  private Provider toapis(Sandbox sandbox) {
    return Provider.builder(new ToapisDialect())
        .clock(time.clock())
        .baseUrl(sandbox.baseUrl("toapis"))
        .key(() -> sandbox.apiKey("toapis"))
        .build();
  }

  private Watcher watcher(Provider provider) {
    return Watcher.builder(Providers.of(List.of(provider)))
        .scheduler(time)
        .rules(rules -> rules.withInterval(ofMinutes(10)))
        .build();
  }

  /** The example of {@link VirtualScheduler}. */
  @Test
  void threeHoursPassInMilliseconds() throws Exception {
    try (Sandbox sandbox = sandbox();
        Provider toapis = toapis(sandbox);
        Watcher watcher = watcher(toapis)) {
      Outcome outcome = time.runUntil(watcher.watch(TaskHandle.parse("toapis:ok-1"), ofHours(5)));

      assertThat(outcome.finishedOrThrow().status().jsonName()).isEqualTo("succeeded");
      assertThat(Duration.ofNanos(time.nanoTime())).isBetween(ofHours(3), ofHours(4));
      assertThat(sandbox.queries("toapis", "ok-1")).isBetween(15, 20);
    }
  }

  @Test
  void manyTasksAreWaitedForTogether() throws Exception {
    try (Sandbox sandbox = sandbox();
        Provider toapis = toapis(sandbox);
        Watcher watcher = watcher(toapis)) {
      List<CompletableFuture<Outcome>> all =
          IntStream.range(0, 20)
              .mapToObj(i -> watcher.watch(new TaskHandle("toapis", "ok-" + i), ofHours(5)))
              .toList();

      time.runUntil(() -> all.stream().allMatch(CompletableFuture::isDone));

      assertThat(all).allMatch(each -> each.join() instanceof Outcome.Finished);
      assertThat(Duration.ofNanos(time.nanoTime())).isBetween(ofHours(3), ofHours(4));
    }
  }

  /** The wait between two attempts is virtual, each attempt is real. */
  @Test
  void aDownloadThatIsTriedAgainTakesNoRealTime() throws Exception {
    try (Sandbox sandbox = sandbox();
        Provider toapis = toapis(sandbox);
        Downloader downloader =
            Downloader.builder(Providers.of(List.of(toapis)))
                .scheduler(time)
                .allowPrivateAddresses(true)
                .build()) {
      sandbox.enqueue("toapis", "a", succeeded("a", "http://127.0.0.1:9/video.mp4"));

      DownloadOutcome outcome =
          time.runUntil(downloader.download(TaskHandle.parse("toapis:a"), folder.resolve("a.mp4")));

      assertThat(outcome).isInstanceOf(DownloadOutcome.NotSaved.class);
      assertThat(((DownloadOutcome.NotSaved) outcome).failure().message())
          .isEqualTo(
              "toapis:a: expected the whole video from 127.0.0.1, found that it accepts no"
                  + " connection, 10 times in a row; try again later");
      assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThan(ofMinutes(1));
    }
  }

  private static SandboxResponse succeeded(String id, String url) {
    return SandboxResponse.json(
        200,
        "{\"id\":\"%s\",\"status\":\"completed\",\"result\":{\"data\":[{\"url\":\"%s\"}]}}"
            .formatted(id, url));
  }
}
