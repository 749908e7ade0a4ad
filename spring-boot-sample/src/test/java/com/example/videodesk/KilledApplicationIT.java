package com.example.videodesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the application in a JVM of its own, which is killed while it downloads a video. */
@Timeout(180)
class KilledApplicationIT {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process start(SlowProvider provider, Path log) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-jar",
                Path.of("target/video-desk-1.jar").toAbsolutePath().toString(),
                "--server.port=0",
                "--reelay.providers.toapis.base-url=" + provider.url(),
                "--reelay.providers.toapis.api-key=key",
                "--reelay.downloads.allow-private-addresses=true")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    processes.add(process);
    return process;
  }

  /** For what an application in a process of its own does, which gives no signal. */
  private static ConditionFactory await(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(50))
        .pollInSameThread();
  }

  private static int port(Path log) {
    await("it has a port").until(() -> PORT.matcher(text(log)).find());
    Matcher started = PORT.matcher(text(log));
    assertThat(started.find()).isTrue();
    return Integer.parseInt(started.group(1));
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static HttpResponse<String> submit(int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/tasks"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"handle\": \"toapis:task_1\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theRestartedApplicationSavesTheRestOfTheVideo() throws Exception {
    try (SlowProvider provider = new SlowProvider()) {
      Process first = start(provider, folder.resolve("first.log"));
      assertThat(submit(port(folder.resolve("first.log"))).statusCode()).isEqualTo(202);
      provider.halfSent.await();
      awaitPart();

      first.destroyForcibly().waitFor(); // SIGKILL

      assertThat(first.exitValue()).isEqualTo(137);
      assertThat(folder.resolve("videos/toapis-task_1.mp4")).doesNotExist();
      provider.mayGoOn.countDown();
      start(provider, folder.resolve("second.log"));
      Path video = folder.resolve("videos/toapis-task_1.mp4");
      await("the video is there").until(() -> Files.exists(video));

      assertThat(video).hasBinaryContent(provider.video);
      assertThat(provider.ranges).hasSize(2).startsWith("");
      assertThat(provider.ranges.get(1)).matches("bytes=[1-9]\\d+-");
    }
  }

  /** Until the partial file has what a download has forced to the disk, and more. */
  private void awaitPart() throws IOException {
    Path videos = Files.createDirectories(folder.resolve("videos"));
    await("a part is on the disk").until(() -> hasPart(videos));
  }

  private static boolean hasPart(Path videos) {
    try (Stream<Path> files = Files.list(videos)) {
      return files.anyMatch(KilledApplicationIT::hasBytes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean hasBytes(Path file) {
    try {
      return file.toString().endsWith(".part") && Files.size(file) > 18 << 20;
    } catch (IOException gone) {
      return false;
    }
  }

  /** An event stream that is open must not hold a shutdown up. */
  @Test
  void theApplicationStopsWhileAnEventStreamIsOpenAndADownloadRuns() throws Exception {
    try (SlowProvider provider = new SlowProvider()) {
      Path log = folder.resolve("stopped.log");
      Process application = start(provider, log);
      int port = port(log);
      submit(port);
      provider.halfSent.await();
      HttpClient.newHttpClient()
          .sendAsync(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port + "/tasks/toapis:never-1/events"))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream())
          .join();

      application.destroy(); // SIGTERM

      assertThat(application.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("open-tasks"))).contains("task_1");
      assertThat(Files.readString(log)).doesNotContain("request threads will be interrupted");
    }
  }
}
