package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.Downloader;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchSnippetTest {
  private static final List<TaskHandle> HANDLES =
      List.of(TaskHandle.parse("22codex:ok-2"), TaskHandle.parse("xingchaoyiqing:never-3"));

  @TempDir private Path directory;

  @Test
  void waitsForOneWatchesManyAndDownloads() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Providers providers = Providers.discover(environment(sandbox));
        Downloader downloader = Downloader.builder(providers).allowPrivateAddresses(true).build()) {
      DownloadOutcome outcome =
          follow(providers, downloader, TaskHandle.parse("toapis:ok-1"), event -> {});

      assertThat(outcome.savedOrThrow().bytes()).isEqualTo(17_993);
      assertThat(outcome.file()).isNotEmptyFile();
    }
    try (HandleStore left = JournalHandleStore.open(directory.resolve("open-tasks"))) {
      assertThat(left.handles()).contains(HANDLES.get(1));
    }
  }

  private DownloadOutcome follow(
      Providers providers, Downloader downloader, TaskHandle handle, TaskListener listener)
      throws IOException {
    // snippet:watch
    // Downloader downloader = Downloader.builder(providers).build();
    try (HandleStore store = JournalHandleStore.open(directory.resolve("open-tasks"));
        Watcher watcher =
            Watcher.builder(providers)
                .store(store) // what is unfinished outlives this program
                .whenFinished(downloader.savingTo(directory)) // before the store forgets it
                .listener(listener) // each change, each end
                .build()) {
      watcher.resume(); // what an earlier run left open
      watcher.addAll(HANDLES); // many, and none of them blocks
      VideoTask task = watcher.await(handle).taskOrThrow(); // or outcome(handle), a future
      return downloader.download(task, directory.resolve("mine.mp4")).join();
    }
    // end
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    for (String provider : sandbox.providers()) {
      environment.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      environment.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return environment;
  }
}
