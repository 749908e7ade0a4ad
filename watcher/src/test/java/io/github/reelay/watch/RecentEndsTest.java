package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.poll.Timeline;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A task that has ended within a watcher is not queried again for those who ask for it later. */
class RecentEndsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<VideoTask> followedUp = new ArrayList<>();

  private Bench bench(String word) {
    return new Bench(
        query -> {
          String provider = query.handle().provider();
          String id = query.handle().id();
          return switch (word) {
            case "completed" -> Reply.of(Body.completed(provider, id));
            case "failed" -> Reply.of(Body.failed(provider, id));
            case "running" -> Reply.of(Body.running(provider, id, 1));
            case "no video" -> Reply.of(Body.completedWithoutVideo(provider, id));
            case "denied" -> Reply.denial(provider);
            default -> Reply.of(Integer.parseInt(word));
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

  private static Outcome outcome(Bench bench, TaskHandle task) {
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(task);
    bench.advance(Duration.ofMinutes(20));
    return outcome.getNow(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toapis", "xingchaoyiqing", "22codex"})
  void aSecondWaitGetsTheEndWithoutAQueryOrAFollowUp(String provider) {
    Bench bench = bench("completed");
    TaskHandle task = new TaskHandle(provider, "t-1");
    Outcome first = outcome(bench, task);

    CompletableFuture<Outcome> second = bench.watcher.outcome(task);
    CompletableFuture<Outcome> third = bench.watcher.outcome(task, Duration.ZERO);

    assertThat(second).isCompletedWithValue(first);
    assertThat(third).isCompletedWithValue(first);
    assertThat(bench.relays.queries).hasSize(1);
    assertThat(followedUp).hasSize(1);
    assertThat(bench.store.handles()).isEmpty();
    assertThat(bench.heard(task)).containsExactly("succeeded", "Ended Finished");
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "failed"})
  void everyEndIsRemembered(String word) {
    Bench bench = bench(word);
    outcome(bench, Bench.TASK);

    assertThat(bench.watcher.outcome(Bench.TASK)).isCompleted();
    assertThat(bench.relays.queries).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"running", "no video", "denied", "500", "401"})
  void whatIsNoEndIsWaitedForAgain(String word) {
    Bench bench = bench(word);
    assertThat(outcome(bench, Bench.TASK)).isNotNull();
    int before = bench.relays.queries.size();
    bench.watcher.remove(Bench.TASK);

    CompletableFuture<Outcome> second = bench.watcher.outcome(Bench.TASK);

    assertThat(second).isNotDone();
    assertThat(bench.relays.queries).hasSize(before + 1);
  }

  @Test
  void itIsRememberedForAnHour() {
    Bench bench = bench("completed");
    CompletableFuture<Outcome> first = bench.watcher.outcome(Bench.TASK);
    bench.advance(Duration.ofSeconds(1));
    assertThat(first).isDone();

    bench.advance(HOUR.minusSeconds(1));
    assertThat(bench.watcher.outcome(Bench.TASK)).isDone();
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.watcher.outcome(Bench.TASK)).isNotDone();
  }

  @Test
  void addingItBeginsAgain() {
    Bench bench = bench("completed");
    outcome(bench, Bench.TASK);

    assertThat(bench.watcher.add(Bench.TASK)).isTrue();
    assertThat(bench.watcher.outcome(Bench.TASK)).isNotDone();
    bench.advance(Duration.ofSeconds(1));

    assertThat(bench.relays.queries).hasSize(2);
    assertThat(followedUp).hasSize(2);
  }

  @Test
  void removingItForgetsItsEnd() {
    Bench bench = bench("failed");
    outcome(bench, Bench.TASK);

    assertThat(bench.watcher.remove(Bench.TASK)).isFalse();

    assertThat(bench.watcher.outcome(Bench.TASK)).isNotDone();
  }

  private static Outcome.Finished finished(int number, String prompt) {
    return new Outcome.Finished(
        VideoTask.builder("toapis", "t-" + number, new TaskState.Expired()).prompt(prompt).build());
  }

  @Test
  void theLastTenThousandAreRemembered() {
    RecentEnds ends = new RecentEnds(new Timeline(new VirtualScheduler(Instant.EPOCH)));
    for (int i = 0; i <= 10_000; i++) {
      ends.put(finished(i, null));
    }

    assertThat(ends.find(new TaskHandle("toapis", "t-0"))).isNull();
    assertThat(ends.find(new TaskHandle("toapis", "t-1"))).isEqualTo(finished(1, null));
    assertThat(ends.find(new TaskHandle("toapis", "t-10000"))).isNotNull();
  }

  @Test
  void fewerAreRememberedIfTheirPromptsAreLong() {
    RecentEnds ends = new RecentEnds(new Timeline(new VirtualScheduler(Instant.EPOCH)));
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
