package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.VideoHost;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks with several videos. */
@Timeout(60)
class WatchSeveralVideosTest {
  private final CommandRunner runner = new CommandRunner();
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).clock(runner.clock).start();
  @TempDir private Path folder;
  private Path videos;
  private Path state;

  @BeforeEach
  void name() {
    videos = folder.resolve("videos");
    state = folder.resolve("state");
    runner.with(sandbox);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private CommandRunner.Result watch(String... args) {
    return runner.run(args(args));
  }

  private String[] args(String... more) {
    List<String> all = new ArrayList<>(List.of("watch", "--every", "200ms"));
    all.addAll(List.of("--state", state.toString(), "--download", videos.toString()));
    all.addAll(List.of("--allow-private-addresses"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(videos)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      return store.handles().stream().map(TaskHandle::toString).toList();
    }
  }

  @Test
  void downloadsEachOfSeveralVideosOfATask() throws IOException {
    try (VideoHost host = VideoHost.ofVideos()) {
      sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a"), host.url("b")));

      CommandRunner.Result result = watch("toapis:ok-1");

      assertThat(result.status()).isZero();
      assertThat(files()).containsExactly("toapis-ok-1+2.mp4", "toapis-ok-1.mp4");
      assertThat(result.errLines())
          .contains("toapis:ok-1: 4,000 bytes in " + videos.resolve("toapis-ok-1+2.mp4"))
          .endsWith("toapis:ok-1: 4,000 bytes in " + videos.resolve("toapis-ok-1.mp4"));
      assertThat(open()).isEmpty();
      assertThat(host.headers).contains("Host").doesNotContain("Authorization");
    }
  }

  @Test
  void keepsTheHandleUntilTheLastOfSeveralVideosIsThere() throws IOException {
    try (VideoHost host = VideoHost.ofVideos()) {
      String none = sandbox.baseUrl("toapis").resolve("/files/none.mp4").toString();
      sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a"), none));

      CommandRunner.Result result = watch("toapis:ok-1");

      assertThat(result.status()).isEqualTo(5);
      assertThat(files()).containsExactly("toapis-ok-1.mp4");
      assertThat(result.errLines()).anyMatch(line -> line.contains("found status 403"));
      assertThat(open()).containsExactly("toapis:ok-1");
    }
  }
}
