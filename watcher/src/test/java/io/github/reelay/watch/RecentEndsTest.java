package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task that has ended within a watcher is not queried again for those who wait for it later. */
class RecentEndsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<VideoTask> followedUp = new ArrayList<>();

  private WatcherFixture fixture(String word) {
    return new WatcherFixture(
        query -> {
          String provider = query.handle().provider();
          String id = query.handle().id();
          return switch (word) {
            case "completed" -> SimulatedResponse.of(StatusBodies.completed(provider, id));
            case "failed" -> SimulatedResponse.of(StatusBodies.failed(provider, id));
            case "running" -> SimulatedResponse.of(StatusBodies.running(provider, id, 1));
            case "no video" ->
                SimulatedResponse.of(StatusBodies.completedWithoutVideo(provider, id));
            case "denied" -> SimulatedResponse.denial(provider);
            default -> SimulatedResponse.of(Integer.parseInt(word));
          };
        },
        HandleStore.inMemory(),
        builder ->
            builder.whenFinished(
                task -> {
                  followedUp.add(task);
                  return CompletableFuture.completedStage(null);
                }));
  }

  private static Outcome outcome(WatcherFixture fixture, TaskHandle task) {
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(task);
    fixture.advance(Duration.ofMinutes(20));
    return outcome.getNow(null);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void aSecondWaitGetsTheEndWithoutAQueryOrAFollowUp(String provider) {
    WatcherFixture fixture = fixture("completed");
    TaskHandle task = new TaskHandle(provider, "t-1");
    Outcome first = outcome(fixture, task);

    CompletableFuture<Outcome> second = fixture.watcher.watch(task);
    CompletableFuture<Outcome> third = fixture.watcher.watch(task, Duration.ZERO);

    assertThat(second).isCompletedWithValue(first);
    assertThat(third).isCompletedWithValue(first);
    assertThat(fixture.providers.queries).hasSize(1);
    assertThat(followedUp).hasSize(1);
    assertThat(fixture.store.handles()).isEmpty();
    assertThat(fixture.heard(task)).containsExactly("succeeded", "Ended Finished");
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "failed"})
  void everyEndIsRemembered(String word) {
    WatcherFixture fixture = fixture(word);
    outcome(fixture, WatcherFixture.TASK);

    assertThat(fixture.watcher.watch(WatcherFixture.TASK)).isCompleted();
    assertThat(fixture.providers.queries).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "no video", "denied", "500", "401"})
  void whatIsNoEndIsWaitedForAgain(String word) {
    WatcherFixture fixture = fixture(word);
    assertThat(outcome(fixture, WatcherFixture.TASK)).isNotNull();
    int before = fixture.providers.queries.size();
    fixture.watcher.remove(WatcherFixture.TASK);

    CompletableFuture<Outcome> second = fixture.watcher.watch(WatcherFixture.TASK);

    assertThat(second).isNotDone();
    assertThat(fixture.providers.queries).hasSize(before + 1);
  }

  @Test
  void itIsRememberedForAnHour() {
    WatcherFixture fixture = fixture("completed");
    CompletableFuture<Outcome> first = fixture.watcher.watch(WatcherFixture.TASK);
    fixture.advance(Duration.ofSeconds(1));
    assertThat(first).isDone();

    fixture.advance(HOUR.minusSeconds(1));
    assertThat(fixture.watcher.watch(WatcherFixture.TASK)).isDone();
    fixture.advance(Duration.ofSeconds(1));

    assertThat(fixture.watcher.watch(WatcherFixture.TASK)).isNotDone();
  }

  @Test
  void addingItBeginsAgain() {
    WatcherFixture fixture = fixture("completed");
    outcome(fixture, WatcherFixture.TASK);

    assertThat(fixture.watcher.add(WatcherFixture.TASK)).isTrue();
    assertThat(fixture.watcher.watch(WatcherFixture.TASK)).isNotDone();
    fixture.advance(Duration.ofSeconds(1));

    assertThat(fixture.providers.queries).hasSize(2);
    assertThat(followedUp).hasSize(2);
  }

  @Test
  void removingItForgetsItsEnd() {
    WatcherFixture fixture = fixture("failed");
    outcome(fixture, WatcherFixture.TASK);

    assertThat(fixture.watcher.remove(WatcherFixture.TASK)).isFalse();

    assertThat(fixture.watcher.watch(WatcherFixture.TASK)).isNotDone();
  }

  private static Outcome.Finished finished(int number, String prompt) {
    return new Outcome.Finished(
        VideoTask.builder("toapis", "t-" + number, new TaskState.Expired()).prompt(prompt).build());
  }

  @Test
  void theLastTenThousandAreRemembered() {
    RecentEnds ends = new RecentEnds(new MonotonicTime(new VirtualScheduler(Instant.EPOCH)));
    for (int i = 0; i <= 10_000; i++) {
      ends.put(finished(i, null));
    }

    assertThat(ends.find(new TaskHandle("toapis", "t-0"))).isNull();
    assertThat(ends.find(new TaskHandle("toapis", "t-1"))).isEqualTo(finished(1, null));
    assertThat(ends.find(new TaskHandle("toapis", "t-10000"))).isNotNull();
  }

  @Test
  void fewerAreRememberedIfTheirPromptsAreLong() {
    RecentEnds ends = new RecentEnds(new MonotonicTime(new VirtualScheduler(Instant.EPOCH)));
    String prompt = "x".repeat(1_000_000);
    for (int i = 0; i < 10; i++) {
      ends.put(finished(i, prompt));
      ends.put(finished(i, prompt)); // counted once
    }

    assertThat(ends.find(new TaskHandle("toapis", "t-1"))).isNull();
    assertThat(ends.find(new TaskHandle("toapis", "t-2"))).isNotNull();
    ends.put(finished(10, "x".repeat(9_000_000)));
    assertThat(ends.find(new TaskHandle("toapis", "t-9"))).isNull();
    assertThat(ends.find(new TaskHandle("toapis", "t-10"))).isNull();
    ends.put(finished(11, prompt));
    assertThat(ends.find(new TaskHandle("toapis", "t-11"))).isNotNull();
  }
}
