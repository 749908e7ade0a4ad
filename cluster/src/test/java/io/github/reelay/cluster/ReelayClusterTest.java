package io.github.reelay.cluster;

import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.watch.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@link ReelayCluster}, whose methods have the names of those of the client of one process. */
@Timeout(60)
class ReelayClusterTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final ScriptedProvider provider = new ScriptedProvider();
  private ReelayCluster reelay;

  @BeforeEach
  void start() {
    reelay =
        ReelayCluster.builder()
            .providers(provider.providers())
            .file(folder.resolve("tasks"))
            .cluster(builder -> builder.rules(ScriptedProvider::quick).name("front"))
            .directory(folder.resolve("videos"))
            .start();
  }

  @AfterEach
  void close() {
    reelay.close();
    reelay.close();
  }

  @Test
  void aTaskIsSubmittedFoundAndAwaitedByItsText() {
    assertThat(reelay.submit("toapis:task-1")).isTrue();
    assertThat(reelay.submit(handle(1))).isFalse();
    assertThat(reelay.query("toapis:task-1").status()).isEqualTo(TaskStatus.RUNNING);
    assertThat(reelay.find("toapis:task-1").orElseThrow().isOpen()).isTrue();
    assertThat(reelay.find("toapis:task-2")).isEmpty();
    assertThat(reelay.await("toapis:task-1", Duration.ofMillis(300)))
        .isInstanceOf(Outcome.Unfinished.class);
    assertThat(reelay.list(ClusterTaskFilter.open())).hasSize(1);
    assertThat(reelay.watcher().name()).isEqualTo("front");
    assertThat(folder.resolve("videos")).isDirectory();
    assertThat(Files.exists(folder.resolve("tasks.mv.db"))).isTrue();
  }

  @Test
  void tasksAreCollectedInTheOrderOfTheirHandles() {
    provider.finish(handle(2));
    provider.finish(handle(1));

    Map<TaskHandle, Outcome> ended = reelay.collect(List.of("toapis:task-2", handle(1)), SOON);
    Map<TaskHandle, Outcome> all =
        reelay.collect(List.of(handle(2), "toapis:task-3", handle(1)), Duration.ofMillis(500));

    assertThat(ended.keySet()).containsExactly(handle(2), handle(1));
    assertThat(all.keySet()).containsExactly(handle(2), handle(3), handle(1));
    assertThat(all.get(handle(1))).isEqualTo(ended.get(handle(1)));
    assertThat(ended.values())
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Finished.class));
    assertThat(all.get(handle(3))).isInstanceOf(Outcome.Unfinished.class);
  }

  @Test
  void whatIsNoTaskIsRefusedBeforeAnythingIsSubmitted() {
    assertThatThrownBy(() -> reelay.collect(List.of(handle(1), 7), SOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected handles as texts or TaskHandles, found one of java.lang.Integer");
    assertThatThrownBy(() -> reelay.collect(List.of(handle(1), "toapis"), SOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a handle such as toapis:task_123, found 'toapis'");
    assertThatThrownBy(() -> reelay.collect(List.of(handle(1), "nobody:1"), SOON))
        .isInstanceOf(UnknownProviderException.class);
    assertThatThrownBy(() -> reelay.collect(List.of(handle(1)), Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a limit of zero or more, found PT-1S");
    assertThatThrownBy(() -> reelay.submit(new TaskHandle("toapis", "x".repeat(513))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a handle with at most 64 characters for the provider and 512 for the id,"
                + " found 6 and 513");

    assertThat(reelay.list(ClusterTaskFilter.all())).isEmpty();
  }

  @Test
  void providersAndAnEnvironmentExcludeEachOther() {
    assertThatThrownBy(
            () ->
                ReelayCluster.builder()
                    .providers(provider.providers())
                    .network(NetworkSettings.defaults())
                    .start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected providers, or an environment with network settings, found both; give the"
                + " settings to the providers, as in Providers.discover(environment, network)");
  }

  @Test
  void settingsHaveBounds() {
    ClusterWatcherBuilder builder = ClusterWatcher.builder(provider.providers());

    assertThatThrownBy(() -> builder.name("x".repeat(41)))
        .hasMessage("expected a name of 1 to 40 characters, found 41");
    assertThatThrownBy(() -> builder.name(""))
        .hasMessage("expected a name of 1 to 40 characters, found 0");
    assertThatThrownBy(() -> builder.missedHeartbeats(3))
        .hasMessage("expected missedHeartbeats of at least 4, found 3");
    assertThatThrownBy(() -> builder.heartbeat(Duration.ofMillis(99)))
        .hasMessage("expected a heartbeat of at least 100 milliseconds, found PT0.099S");
    assertThatThrownBy(() -> builder.followUpThreads(0))
        .hasMessage("expected followUpThreads of at least 1, found 0");
    builder.file(folder.resolve("others")).start().close();
    assertThatThrownBy(builder::start)
        .hasMessage(
            "expected a builder that has started no replica, found one that has; make another one");
    assertThatThrownBy(() -> ClusterTaskFilter.open().limit(0))
        .hasMessage("expected a limit of at least 1, found 0");
  }
}
