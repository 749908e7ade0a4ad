package io.github.reelay.contracttests.readme;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.Downloader;
import io.github.reelay.download.VideoFileName;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.WatchOptions;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchSnippetTest {
  @TempDir private Path directory;
  private final List<TaskEvent.Kind> heard = new CopyOnWriteArrayList<>();

  @Test
  void waitsForTasksOfEachProviderAndSavesTheirVideos() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(FollowSnippetTest.environment(sandbox));
        Downloader downloader = Downloader.builder(providers).allowPrivateAddresses(true).build()) {
      List<TaskHandle> handles =
          sandbox.providers().stream().map(name -> new TaskHandle(name, "ok-1")).toList();

      List<Outcome> outcomes =
          waitForAll(providers, downloader, handles, event -> heard.add(event.kind()));

      assertThat(outcomes).extracting(Outcome::handle).isEqualTo(handles);
      assertThat(outcomes)
          .allSatisfy(outcome -> assertThat(outcome.succeededOrThrow()).isNotNull());
      assertThat(handles)
          .allSatisfy(
              handle -> assertThat(directory.resolve(VideoFileName.of(handle))).hasSize(17_993));
      assertThat(heard).filteredOn(TaskEvent.Kind.DOWNLOAD_ENDED::equals).hasSameSizeAs(handles);
    }
    try (HandleStore left = JournalHandleStore.open(directory.resolve("open-tasks"))) {
      assertThat(left.handles()).isEmpty();
    }
  }

  private List<Outcome> waitForAll(
      Providers providers, Downloader downloader, List<TaskHandle> handles, TaskListener listener)
      throws IOException {
    // snippet:watch
    // Downloader downloader = Downloader.builder(providers).build();
    // List<String> handles = List.of("toapis:task_1", "toapis:task_2");
    try (HandleStore store = JournalHandleStore.open(directory.resolve("open-tasks"));
        Watcher watcher =
            Watcher.builder(providers)
                .store(store) // unfinished tasks outlive this program
                .saveVideos(downloader, directory) // before the store forgets the task
                .listener(listener) // each change, each download, each end
                .build()) {
      watcher.resume(); // what an earlier run left open
      return watcher.awaitAll(handles); // or watchAll(handles), a future
    }
    // end
  }

  @Test
  void givesOneWaitItsOwnLimitAndListener() throws Exception {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(FollowSnippetTest.environment(sandbox));
        Watcher watcher = Watcher.of(providers)) {
      for (String provider : sandbox.providers()) {
        Outcome outcome =
            waitForOne(
                    watcher,
                    new TaskHandle(provider, "ok-2"),
                    Instant.EPOCH,
                    event -> heard.add(event.kind()))
                .get(60, SECONDS);

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FINISHED);
      }
      watcher.idle().get(60, SECONDS);
      assertThat(heard).filteredOn(TaskEvent.Kind.ENDED::equals).hasSameSizeAs(sandbox.providers());
    }
  }

  private static CompletableFuture<Outcome> waitForOne(
      Watcher watcher, TaskHandle handle, Instant submittedAt, TaskListener listener) {
    // snippet:watch-one
    WatchOptions options =
        WatchOptions.builder()
            .submittedAt(submittedAt) // no query before the provider's first delay is over
            .limit(Duration.ofMinutes(20)) // of this wait alone
            .listener(listener) // hears of this task alone
            .removedWhenGivenUp(true) // cancelling the future removes the handle too
            .build();
    CompletableFuture<Outcome> outcome = watcher.watch(handle, options);
    // end
    return outcome;
  }
}
