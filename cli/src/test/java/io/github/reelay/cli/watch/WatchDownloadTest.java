package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderNames;
import io.github.reelay.cli.VideoHost;
import io.github.reelay.download.VideoFileName;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Waits that end with videos on the disk. */
@Timeout(60)
class WatchDownloadTest {
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

  private String resume() {
    return "resume with: reelay watch --state "
        + watch.state
        + " --download "
        + watch.videos
        + " --every 200ms --allow-private-addresses";
  }

  private long fetched() {
    return watch.sandbox.requests().stream()
        .filter(each -> each.target().toString().startsWith("/files/"))
        .count();
  }

  @Test
  void downloadsTheVideoOfEachTask() throws IOException {
    CommandRunner.Result result = watch.run(ProviderNames.handles().toArray(String[]::new));

    assertThat(result.status()).isZero();
    assertThat(watch.files())
        .containsExactlyElementsOf(
            ProviderNames.all().stream()
                .map(name -> VideoFileName.of(new TaskHandle(name, "sora-2:ok-1")))
                .toList());
    assertThat(result.outLines())
        .hasSameSizeAs(ProviderNames.all())
        .allMatch(line -> line.contains("\"succeeded\""));
    assertThat(result.errLines().stream().filter(line -> line.startsWith("toapis")))
        .containsExactly(
            "toapis:sora-2:ok-1: running 50 %",
            "toapis:sora-2:ok-1: succeeded",
            "toapis:sora-2:ok-1: downloading",
            "toapis:sora-2:ok-1: 17,993 bytes in "
                + watch.videos.resolve("toapis-sora-2%3Aok-1.mp4"));
    assertThat(watch.open()).isEmpty();
  }

  @Test
  void downloadsNothingThatIsThere() throws IOException {
    watch.run("toapis:ok-1");
    watch.sandbox.reset();

    CommandRunner.Result result = watch.run("toapis:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.errLines())
        .endsWith(
            "toapis:ok-1: 17,993 bytes in "
                + watch.videos.resolve("toapis-ok-1.mp4")
                + ", there already");
    assertThat(fetched()).isZero();
  }

  @Test
  void fetchesNothingFromAPrivateAddressUnlessThatIsAllowed() throws IOException {
    CommandRunner.Result result =
        watch.runner.watch("--download", watch.videos.toString(), "toapis:ok-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.errLines())
        .endsWith(
            "toapis:ok-1: expected a public address for 127.0.0.1, found one that is not public;"
                + " allow private addresses if this is meant (--allow-private-addresses)",
            "resume with: reelay watch --download " + watch.videos + " --every 200ms toapis:ok-1");
    assertThat(fetched()).isZero();
    assertThat(watch.files()).isEmpty();
  }

  @Test
  void keepsTheHandleOfAVideoThatTheHostRefuses() throws IOException {
    String url = watch.sandbox.baseUrl("toapis").resolve("/files/none.mp4?sig=secret").toString();
    SandboxResponse response = VideoHost.succeeded("ok-1", url);
    watch.sandbox.enqueue("toapis", "ok-1", response, response);

    CommandRunner.Result result = watch.run("toapis:ok-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.errLines())
        .endsWith(
            "toapis:ok-1: expected the video from 127.0.0.1, found status 403, and no other URL at"
                + " toapis; some hosts refuse a user agent that is no browser's: set another",
            resume());
    assertThat(result.err()).doesNotContain("secret");
    assertThat(result.outLines()).hasSize(1);
    assertThat(watch.open()).containsExactly("toapis:ok-1");
    assertThat(watch.files()).isEmpty();
  }

  @Test
  void goesOnAfterARestart() throws IOException {
    String url = watch.sandbox.baseUrl("toapis").resolve("/files/none.mp4").toString();
    SandboxResponse response = VideoHost.succeeded("ok-1", url);
    watch.sandbox.enqueue("toapis", "ok-1", response, response);
    watch.run("toapis:ok-1");

    CommandRunner.Result result = watch.run();

    assertThat(result.status()).isZero();
    assertThat(watch.files()).containsExactly("toapis-ok-1.mp4");
    assertThat(watch.open()).isEmpty();
  }

  @Test
  void triesAHostThatIsNotThereAgainAndThenKeepsTheHandle() throws IOException {
    VideoHost gone = VideoHost.ofVideos();
    gone.close();
    watch.sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", gone.url("a.mp4")));

    CommandRunner.Result result = watch.run("toapis:ok-1");

    assertThat(result.status()).isEqualTo(5);
    assertThat(result.errLines())
        .endsWith(
            "toapis:ok-1: expected the whole video from 127.0.0.1, found that it accepts no"
                + " connection, 10 times in a row; try again later",
            resume());
    assertThat(watch.open()).containsExactly("toapis:ok-1");
  }

  @Test
  void forgetsATaskThatHasNoVideo() throws IOException {
    CommandRunner.Result result = watch.run("toapis:fails-1");

    assertThat(result.status()).isEqualTo(1);
    assertThat(watch.open()).isEmpty();
    assertThat(watch.files()).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void neitherWaitsForAPipeNorReplacesIt() throws Exception {
    Path pipe = Files.createDirectories(watch.videos).resolve("toapis-ok-1.mp4");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    CommandRunner.Result result = watch.run("toapis:ok-1");

    assertThat(result.status()).isEqualTo(70);
    assertThat(result.errLines())
        .contains(
            "toapis:ok-1: expected a regular file or none at "
                + pipe
                + ", found something else, such as a device, pipe or link; move it away, or choose"
                + " another file");
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(watch.open()).containsExactly("toapis:ok-1");
  }

  @Test
  void namesAVideoByItsBytesAndFindsItAgain() throws IOException {
    byte[] webm = new byte[64];
    byte[] head = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, (byte) 0x87, 0x42, (byte) 0x82};
    System.arraycopy(head, 0, webm, 0, head.length);
    System.arraycopy("\u0084webm".getBytes(StandardCharsets.ISO_8859_1), 0, webm, 7, 5);
    try (VideoHost host =
        new VideoHost(
            exchange -> {
              exchange.sendResponseHeaders(200, webm.length);
              exchange.getResponseBody().write(webm);
              exchange.close();
            })) {
      for (String end : List.of("", ", there already")) {
        watch.sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", host.url("a")));

        CommandRunner.Result result = watch.run("toapis:ok-1");

        assertThat(result.errLines())
            .endsWith("toapis:ok-1: 64 bytes in " + watch.videos.resolve("toapis-ok-1.webm") + end);
        assertThat(watch.files()).containsExactly("toapis-ok-1.webm");
      }
    }
  }

  @Test
  void keepsTheHandleOfADownloadThatIsStopped() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    try (VideoHost slow = slow(begun, over)) {
      watch.sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", slow.url("a")));
      FutureTask<CommandRunner.Result> run = new FutureTask<>(() -> watch.run("toapis:ok-1"));
      new Thread(run, "watch").start();
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

      watch.runner.shutdown.request();

      CommandRunner.Result result = run.get(30, TimeUnit.SECONDS);
      assertThat(result.status()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.errLines())
          .endsWith("toapis:ok-1: stopped downloading; what is there is kept", resume());
      assertThat(watch.open()).containsExactly("toapis:ok-1");
    } finally {
      over.countDown();
    }
  }

  private static VideoHost slow(CountDownLatch begun, CountDownLatch over) {
    return new VideoHost(
        exchange -> {
          exchange.sendResponseHeaders(200, VideoHost.VIDEO.length);
          exchange.getResponseBody().write(VideoHost.VIDEO, 0, 1_000);
          exchange.getResponseBody().flush();
          begun.countDown();
          try {
            over.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
  }
}
