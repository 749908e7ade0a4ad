package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.reelay.CollectListener;
import io.github.reelay.CollectOptions;
import io.github.reelay.CollectRun;
import io.github.reelay.Collected;
import io.github.reelay.Reelay;
import io.github.reelay.TaskResult;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReelaySnippetTest {
  @TempDir private Path directory;

  @Test
  void queriesWaitsDownloadsAndCollectsTasksOfEachProvider() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Reelay reelay = client(sandbox)) {
      List<String> handles =
          sandbox.providers().stream().map(provider -> provider + ":ok-1").toList();

      assertSaved(use(reelay, handles.get(0), directory), "toapis:task_1", "toapis:task_2");
      Collected all = reelay.collect(handles, directory, directory.resolve("others"));

      assertSaved(all, handles.toArray(String[]::new));
    }
  }

  private static void assertSaved(Collected all, String... handles) {
    assertThat(all.isComplete()).isTrue();
    assertThat(all.saved().keySet()).extracting(TaskHandle::toString).containsExactly(handles);
    assertThat(all.saved().values()).allSatisfy(file -> assertThat(file).hasSize(17_993));
  }

  @Test
  void followsACollectionOfTasksOfEachProvider() throws Exception {
    List<TaskHandle> ended = new CopyOnWriteArrayList<>();
    CollectListener listener =
        new CollectListener() {
          @Override
          public boolean ended(TaskResult result) {
            return ended.add(result.handle());
          }
        };
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Reelay reelay = client(sandbox)) {
      List<String> handles =
          sandbox.providers().stream().map(provider -> provider + ":ok-1").toList();

      Collected all = follow(reelay, handles, directory, listener);

      assertThat(all.isComplete()).isTrue();
      assertThat(ended).hasSameElementsAs(all.saved().keySet()).hasSameSizeAs(handles);
    }
  }

  private static Collected follow(
      Reelay reelay, List<String> handles, Path directory, CollectListener listener)
      throws Exception {
    // snippet:reelay-run
    CollectOptions options =
        CollectOptions.builder()
            .directory(directory)
            .storeFile(directory.resolve("open-tasks"))
            .limit(Duration.ofHours(1)) // a provider that refuses is queried again until then
            .build();
    try (CollectRun run = reelay.openRun(options)) {
      CompletableFuture<Collected> all = run.start(handles, listener); // each change, each end
      return all.get();
    }
    // end
  }

  /** Without a key nothing is queried; the same calls are run above. */
  @Test
  void theExampleOfTheClassNeedsTheEnvironmentAlone() {
    assumeThat(System.getenv()).doesNotContainKey("REELAY_TOAPIS_API_KEY");

    assertThatThrownBy(() -> example(List.of())).isInstanceOf(MissingKeyException.class);
  }

  private static void example(List<String> handles) {
    // snippet:reelay-javadoc
    try (Reelay reelay = Reelay.fromEnvironment()) {
      VideoTask task = reelay.query("toapis:task_1");
      Outcome outcome = reelay.await("toapis:task_1", Duration.ofMinutes(10));
      Path video = reelay.download("toapis:task_1", Path.of("a.mp4"));
      Collected all = reelay.collect(handles, Path.of("videos"), Path.of("open-tasks"));
    }
    // end
  }

  private static Reelay client(Sandbox sandbox) {
    return Reelay.builder()
        .environment(FollowSnippetTest.environment(sandbox))
        .downloads(downloads -> downloads.allowPrivateAddresses(true))
        .build();
  }

  private static Collected use(Reelay reelay, String handle, Path directory) {
    // snippet:reelay
    // Reelay reelay = Reelay.fromEnvironment(); close it when all is done
    VideoTask task = reelay.query(handle); // once; the task in whatever state
    Outcome outcome = reelay.await(handle, Duration.ofMinutes(10)); // until the task has ended
    VideoTask succeeded = outcome.succeededOrThrow(); // or an exception that names the failure
    Path video =
        reelay.download(handle, directory.resolve("a.mp4")); // waits for the end, saves the video
    List<String> handles = List.of("toapis:task_1", "toapis:task_2");
    Collected all = reelay.collect(handles, directory, directory.resolve("open-tasks"));
    all.saved(); // file by handle; also failed() and unfinished()
    // end
    assertThat(task.handle()).isEqualTo(succeeded.handle()).hasToString(handle);
    assertThat(video).isNotEmptyFile();
    return all;
  }
}
