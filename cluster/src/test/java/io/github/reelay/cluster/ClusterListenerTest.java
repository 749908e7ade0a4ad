package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What listeners hear, and what the metrics count. */
@Timeout(60)
class ClusterListenerTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(ClusterWatcher.class);
  @RegisterExtension final RecordedLog listenerLog = RecordedLog.of(ClusterListener.class);
  @TempDir private Path folder;

  private final ScriptedProvider provider = new ScriptedProvider();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  private final class Recorder implements ClusterListener {
    @Override
    public void partitionAcquired(int partition, int tasks) {
      heard.add("acquired");
      throw new IllegalStateException("a listener that throws");
    }

    @Override
    public void partitionReleased(int partition) {
      heard.add("released");
    }

    @Override
    public void partitionLost(int partition) {
      heard.add("lost");
    }

    @Override
    public void changesRefused(int count) {
      heard.add("refused");
    }

    @Override
    public void followUpFailed(TaskHandle handle, Throwable failure, boolean isLast) {
      heard.add(handle + " " + failure.getMessage() + (isLast ? ", last" : ""));
    }
  }

  private long count(String event) {
    return heard.stream().filter(event::equals).count();
  }

  @Test
  void leasesAndFollowUpsAreReported() throws Exception {
    ClusterWatcher replica =
        ClusterWatcher.builder(provider.providers())
            .name("web-1")
            .file(folder.resolve("tasks"))
            .rules(ScriptedProvider::quick)
            .listener(new Recorder())
            .followUpTimeout(Duration.ZERO)
            .whenFinished(task -> CompletableFuture.failedStage(new IllegalStateException("no")))
            .start();
    provider.finish(handle(1));
    replica.submitAll(List.of(handle(1), handle(2)));
    await("it is given up").until(() -> heard.contains(handle(1) + " no, last"));
    await("all are held").untilAsserted(() -> assertThat(count("acquired")).isEqualTo(16));
    await("all is counted").untilAsserted(() -> assertCounted(replica.metrics()));
    replica.close();

    assertThat(count("released")).isEqualTo(16);
    assertThat(count("lost") + count("refused")).isZero();
    assertThat(log.lines())
        .containsExactly(
            "WARNING toapis:task-1: its follow-up failed for too long, and is not repeated"
                + " (IllegalStateException)");
    assertThat(listenerLog.lines())
        .hasSize(16)
        .containsOnly(
            "WARNING expected the listener for replica web-1 to return, found an exception"
                + " (IllegalStateException)");
  }

  private static void assertCounted(ClusterMetrics metrics) {
    assertThat(metrics.databaseUp()).isTrue();
    assertThat(metrics.replicas()).isEqualTo(1);
    assertThat(metrics.partitions()).isEqualTo(16);
    assertThat(metrics.rateShare()).isEqualTo(1);
    assertThat(metrics.tasks()).isEqualTo(1);
    assertThat(metrics.partitionsAcquired()).isEqualTo(16);
    assertThat(metrics.ends()).isEqualTo(1);
    assertThat(metrics.changesWritten()).isBetween(1L, 3L);
    assertThat(metrics.followUpsFailed()).isEqualTo(1);
    assertThat(metrics.followUpsDone()).isZero();
  }
}
