package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that submits tasks to a file of H2 is killed twice, and each task that it had accepted
 * is there. Fifty times with {@code -Dkill.times=50}, which is what shows whether a version of H2
 * can be trusted: with 2.5.252 tasks were lost within a few kills.
 */
@Timeout(600)
class KilledH2Test {
  private static final int KILLS = Integer.getInteger("kill.times", 2);

  /** H2 writes to parts of the file again that are no longer used for so long; 45 s by default. */
  private static final String REUSES_SPACE_EARLY = ";RETENTION_TIME=200";

  private final Random random = new Random(20260101);

  @TempDir private Path folder;

  @Test
  void hasEachTaskThatWasAccepted() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("tasks") + REUSES_SPACE_EARLY;
    Path notes = Files.createFile(folder.resolve("accepted"));
    for (int kill = 0; kill < KILLS; kill++) {
      long before = Files.size(notes);
      Process process = start(url, notes, "kill" + kill);
      while (Files.size(notes) == before) {
        assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).as(errors()).isFalse();
      }
      process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();

      assertThat(missing(url, notes)).as("after kill %d", kill).isEmpty();
    }
  }

  private Process start(String url, Path notes, String prefix) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SubmittingProgram.class.getName(),
            url,
            notes.toString(),
            prefix)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("errors").toFile())
        .start();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("errors"));
  }

  private static Set<TaskHandle> missing(String url, Path notes) throws IOException {
    List<TaskHandle> accepted = Files.readAllLines(notes).stream().map(TaskHandle::parse).toList();
    try (ClusterTasks tasks = ClusterTasks.open(url)) {
      Set<TaskHandle> missing = new HashSet<>(accepted);
      missing.removeAll(tasks.findAll(accepted).keySet());
      return missing;
    }
  }
}
