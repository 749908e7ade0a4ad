package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a watcher does when it is stopped, and afterwards. */
class StoppedWatcherTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskHandle ONE = TaskHandle.parse("toapis:t-1");
  private static final TaskHandle TWO = TaskHandle.parse("22codex:sora-2:t-2");
  private static final TaskHandle THREE = TaskHandle.parse("xingchaoyiqing:t-3");
  private final WatcherFixture fixture = WatcherFixture.running();
  private final VirtualScheduler time = fixture.time;
  private final ScriptedProviders providers = fixture.providers;
  private final Watcher watcher = fixture.watcher;

  @Test
  void stoppingHandsBackEveryTaskAndEndsEveryWait() {
    watcher.addAll(List.of(ONE, TWO));
    CompletableFuture<Outcome> waiter = watcher.watch(THREE);

    Set<TaskHandle> unfinished = watcher.stop();
    time.advance(Duration.ofHours(1));

    assertThat(unfinished).containsExactlyInAnyOrder(ONE, TWO, THREE);
    assertThat(fixture.outcomes())
        .extracting(Outcome::handle)
        .containsExactlyInAnyOrder(ONE, TWO, THREE);
    assertThat(waiter).isCompletedWithValueMatching(Outcome.Unfinished.class::isInstance);
    assertThat(providers.cancelled()).isEqualTo(3);
    assertThat(providers.queries).hasSize(3);
  }

  @Test
  void stoppingAgainDoesNothing() {
    watcher.add(ONE);
    watcher.stop();

    assertThat(watcher.stop()).isEmpty();
    watcher.close();

    assertThat(fixture.outcomes()).hasSize(1);
    assertThat(watcher.unfinished()).isEmpty();
    assertThat(watcher.remove(ONE)).isFalse();
  }

  @Test
  void aStoppedWatcherRefusesTasks() {
    watcher.stop();

    for (Runnable adding :
        List.<Runnable>of(
            () -> watcher.add(ONE),
            () -> watcher.add(ONE, START),
            () -> watcher.addAll(List.of(ONE)),
            () -> watcher.watch(ONE),
            () -> watcher.await(ONE))) {
      assertThatThrownBy(adding::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("expected a watcher that runs, found it stopped; build another one");
    }
  }
}
