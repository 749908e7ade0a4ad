package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.VideoHost;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks with several videos. */
@Timeout(60)
class WatchSeveralVideosTest {
  @TempDir private Path folder;
  private DownloadingWatch watch;

  @BeforeEach
  void open() {
    watch = new DownloadingWatch(folder);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void downloadsEachOfSeveralVideosOfATask() throws IOException {
    try (VideoHost host = VideoHost.ofVideos()) {
      watch.sandbox.enqueue(
          "toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a"), host.url("b")));

      CommandRunner.Result result = watch.run("toapis:ok-1");

      assertThat(result.status()).isZero();
      assertThat(watch.files()).containsExactly("toapis-ok-1+2.mp4", "toapis-ok-1.mp4");
      assertThat(result.errLines())
          .contains("toapis:ok-1: 4,000 bytes in " + watch.videos.resolve("toapis-ok-1+2.mp4"))
          .endsWith("toapis:ok-1: 4,000 bytes in " + watch.videos.resolve("toapis-ok-1.mp4"));
      assertThat(watch.open()).isEmpty();
      assertThat(host.headers).contains("Host").doesNotContain("Authorization");
    }
  }

  @Test
  void keepsTheHandleUntilTheLastOfSeveralVideosIsThere() throws IOException {
    try (VideoHost host = VideoHost.ofVideos()) {
      String none = watch.sandbox.baseUrl("toapis").resolve("/files/none.mp4").toString();
      watch.sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a"), none));

      CommandRunner.Result result = watch.run("toapis:ok-1");

      assertThat(result.status()).isEqualTo(5);
      assertThat(watch.files()).containsExactly("toapis-ok-1.mp4");
      assertThat(result.errLines()).anyMatch(line -> line.contains("found status 403"));
      assertThat(watch.open()).containsExactly("toapis:ok-1");
    }
  }
}
