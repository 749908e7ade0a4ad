package io.github.reelay.cluster;

import static io.github.reelay.cluster.ScriptedProvider.handle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.watch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is closed leaves no thread and no file open, and is closed soon. */
@Timeout(60)
class ClusterReleaseTest {
  @TempDir private Path folder;

  private final ScriptedProvider provider = new ScriptedProvider();

  private static Set<Thread> threads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  private static void assertEnded(Set<Thread> before) throws InterruptedException {
    Set<Thread> started = threads();
    started.removeAll(before);
    started.removeIf(thread -> thread.getName().startsWith("ForkJoinPool.commonPool"));
    started.removeIf(thread -> thread.getName().startsWith("CompletableFutureDelayScheduler"));
    for (Thread thread : started) {
      thread.join(30_000);
    }
    assertThat(started).noneMatch(Thread::isAlive);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void replicasWithAFileOfTheirOwn() throws Exception {
    Set<Thread> before = threads();
    List<Duration> closing = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ClusterWatcher replica =
          ClusterWatcher.builder(provider.providers())
              .file(folder.resolve("tasks"))
              .rules(ScriptedProvider::quick)
              .whenEnded(outcome -> CompletableFuture.completedStage(null))
              .start();
      provider.finish(handle(i));
      assertThat(replica.await(handle(i), Duration.ofSeconds(30)).isFinal()).isTrue();
      replica.submit(handle(100 + i));

      long begin = System.nanoTime();
      replica.close();
      replica.close();
      closing.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    // One good attempt shows it: the others may find the machine busy.
    assertThat(Collections.min(closing)).isLessThan(Duration.ofSeconds(4));

    assertEnded(before);
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(descriptors.map(ClusterReleaseTest::target))
          .noneMatch(target -> target.contains(folder.toString()));
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  @Test
  void aThreadThatIsInterruptedClosesAsWell() throws Exception {
    Set<Thread> before = threads();
    ClusterWatcher replica =
        ClusterWatcher.builder(provider.providers()).file(folder.resolve("tasks")).start();
    Thread.currentThread().interrupt();

    replica.close();

    assertThat(Thread.interrupted()).isTrue();
    assertEnded(before);
  }

  @Test
  void tasksWithoutAReplica() throws Exception {
    Set<Thread> before = threads();
    CompletableFuture<?> end;
    try (ClusterTasks tasks = ClusterTasks.open(folder.resolve("tasks"))) {
      assertThat(tasks.submitAll(List.of(handle(1), handle(2)))).isEqualTo(2);
      end = tasks.watch(handle(1));
    }

    assertThat(end.get()).isInstanceOf(Outcome.Unfinished.class);
    assertEnded(before);
  }

  @Test
  void replicasThatDoNotBegin() throws Exception {
    Set<Thread> before = threads();
    try (ClusterTasks tasks = ClusterTasks.open(folder.resolve("tasks"))) {
      assertThat(tasks.countOpen()).isZero();
    }
    try (Connection connection =
            DriverManager.getConnection(OpenCluster.urlOf(folder.resolve("tasks")), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("update reelay_schema set version = 2");
    }

    for (int i = 0; i < 3; i++) {
      assertThat(refusal())
          .isEqualTo(
              "expected version 1 of the tables of reelay-cluster, found version 2; use the version"
                  + " of Reelay that made them, or another database");
    }
    assertEnded(before);
  }

  private String refusal() {
    try {
      ClusterWatcher.builder(provider.providers()).file(folder.resolve("tasks")).start().close();
      return "none";
    } catch (IllegalStateException refused) {
      return refused.getMessage();
    }
  }
}
