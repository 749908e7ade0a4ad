package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.store.JournalRepair;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a run saves videos, what it refuses, and how it is closed. */
@Timeout(60)
class RunOptionsTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:ok-1");

  private final ReelayFixture fixture = new ReelayFixture();
  private final Reelay reelay = fixture.builder().build();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    reelay.close();
    fixture.close();
  }

  private Path storeFile() {
    return folder.resolve("open-tasks");
  }

  private static byte[] video() throws IOException {
    try (var resource = Sandbox.class.getResourceAsStream("video.mp4")) {
      return resource.readAllBytes();
    }
  }

  /** The response of a provider with the URLs of that host. */
  private static SandboxResponse succeeded(HttpServer host, String... names) {
    String url = "{\"url\":\"http://127.0.0.1:" + host.getAddress().getPort() + "/%s\"}";
    String urls = Arrays.stream(names).map(url::formatted).collect(Collectors.joining(","));
    return SandboxResponse.json(
        200, "{\"id\":\"ok-1\",\"status\":\"completed\",\"result\":{\"data\":[" + urls + "]}}");
  }

  @Test
  void savesEachOfSeveralVideosOfATask() throws IOException {
    byte[] video = video();
    HttpServer host = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    host.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, video.length);
          exchange.getResponseBody().write(video);
          exchange.close();
        });
    host.start();
    fixture.sandbox.enqueue("toapis", "ok-1", succeeded(host, "a", "b", "c"));

    Collected all = reelay.collect(List.of(TASK), folder.resolve("videos"), storeFile());

    host.stop(0);
    assertThat(all.saved())
        .isEqualTo(Map.of(TASK, folder.resolve("videos").resolve("toapis-ok-1.mp4")));
    for (String name : List.of("toapis-ok-1.mp4", "toapis-ok-1+2.mp4", "toapis-ok-1+3.mp4")) {
      assertThat(folder.resolve("videos").resolve(name)).hasBinaryContent(video);
    }
  }

  @Test
  void savesTheVideoOfTheOnlyTaskInTheFileThatIsNamed() {
    Path file = folder.resolve("my.video");
    try (CollectRun run = reelay.openRun(CollectOptions.builder().file(file).build())) {
      Collected all = run.start(List.of(TASK)).join();

      assertThat(all.saved()).isEqualTo(Map.of(TASK, file));
    }
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void refusesOneFileForSeveralTasks() {
    Path file = folder.resolve("my.video");
    try (CollectRun run = reelay.openRun(CollectOptions.builder().file(file).build())) {
      assertThatThrownBy(() -> run.start(List.of(TASK, "toapis:ok-2")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("expected one task for the file " + file + ", found 2");
    }
  }

  @Test
  void refusesOptionsThatExcludeEachOther() {
    CollectOptions.Builder both = CollectOptions.builder().file(folder).directory(folder);
    CollectOptions.Builder before = CollectOptions.builder().limit(Duration.ofSeconds(-1));

    assertThatThrownBy(both::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a directory or a file for the videos, found both");
    assertThatThrownBy(before::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a limit of zero or more, found PT-1S");
    assertThatThrownBy(() -> fixture.builder().closeTimeout(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected closeTimeout of zero or more, found PT-0.001S");
  }

  @Test
  void queriesATaskWhoseVideoIsThereIfConfigured() {
    CollectOptions.Builder options = CollectOptions.builder().directory(folder);
    try (CollectRun run = reelay.openRun(options.build())) {
      run.start(List.of(TASK)).join();
    }
    int queries = fixture.sandbox.queries("toapis", "ok-1");

    try (CollectRun run = reelay.openRun(options.build())) {
      assertThat(run.start(List.of(TASK)).join().saved()).containsOnlyKeys(TASK);
      assertThat(run.results()).isEmpty();
    }
    assertThat(fixture.sandbox.queries("toapis", "ok-1")).isEqualTo(queries);
    try (CollectRun run = reelay.openRun(options.skipsSaved(false).build())) {
      assertThat(run.start(List.of(TASK)).join().saved()).containsOnlyKeys(TASK);
      assertThat(run.results().get(TASK).downloads())
          .allMatch(each -> each.savedOrThrow().alreadyThere());
    }
    assertThat(fixture.sandbox.queries("toapis", "ok-1")).isEqualTo(queries + 1);
  }

  @Test
  void beginsOnce() {
    try (CollectRun run = reelay.openRun(CollectOptions.builder().build())) {
      assertThatThrownBy(run::results)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("expected a run that has begun, found one that has not");
      run.start(List.of(TASK));

      assertThatThrownBy(() -> run.start(List.of(TASK)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("expected a run that has not begun and is open, found it begun or closed");
    }
  }

  @Test
  void isClosedWithItsClient() throws IOException {
    Reelay client = fixture.builder().closeTimeout(Duration.ZERO).build();
    CollectRun run = client.openRun(CollectOptions.builder().storeFile(storeFile()).build());
    run.start(List.of("toapis:never-1"));

    client.close();

    assertThat(run.left()).containsExactly(TaskHandle.parse("toapis:never-1"));
    try (CollectRun next =
        reelay.openRun(CollectOptions.builder().storeFile(storeFile()).build())) {
      assertThat(next.kept()).containsExactly(TaskHandle.parse("toapis:never-1"));
    }
    assertThatThrownBy(() -> client.openRun(CollectOptions.builder().build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected an open client, found it closed");
  }

  @Test
  void saysAtEachCloseThatTheStoreFileIsGone() throws IOException {
    CollectListener deleting =
        new CollectListener() {
          @Override
          public boolean ended(TaskResult result) {
            return storeFile().toFile().delete();
          }
        };
    CollectRun run = reelay.openRun(CollectOptions.builder().storeFile(storeFile()).build());
    run.start(List.of(TASK), deleting).join();

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(run::close)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "expected the handle store JournalHandleStore to remove handles, found a failure;"
                  + " they stay in it, and the next run queries their tasks again");
    }
  }

  @Test
  void opensNoRunWithAnUnusableStoreFile() throws IOException {
    Files.writeString(storeFile(), "shopping list\n");
    CollectOptions options = CollectOptions.builder().storeFile(storeFile()).build();

    assertThatThrownBy(() -> reelay.openRun(options))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("to begin with");
  }

  @Test
  void repairsAStoreFile() throws IOException {
    try (CollectRun run = reelay.openRun(CollectOptions.builder().storeFile(storeFile()).build())) {
      run.start(List.of("toapis:never-1"));
    }

    JournalRepair repaired = Reelay.repair(storeFile());

    assertThat(repaired.open()).containsExactly(TaskHandle.parse("toapis:never-1"));
    assertThatThrownBy(() -> Reelay.repair(folder)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void leavesSharedProvidersOpen() {
    try (Providers providers = Providers.discover(fixture.environment())) {
      Reelay client = Reelay.builder().sharedProviders(providers).scheduler(fixture.time).build();
      client.close();

      assertThat(providers.query(TASK).taskOrThrow().handle()).isEqualTo(TASK);
    }
  }

  @Test
  void aDownloadGoesOnWhenTheLimitIsOver() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer host = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    byte[] video = video();
    host.createContext(
        "/",
        exchange -> {
          boolean isLate = requests.incrementAndGet() < 4; // 1, 2 and 4 seconds are waited
          exchange.sendResponseHeaders(isLate ? 503 : 200, isLate ? -1 : video.length);
          exchange.getResponseBody().write(video, 0, isLate ? 0 : video.length);
          exchange.close();
        });
    host.start();
    fixture.sandbox.enqueue("toapis", "ok-1", succeeded(host, "a"));
    CollectOptions options =
        CollectOptions.builder()
            .directory(folder.resolve("videos"))
            .storeFile(storeFile())
            .limit(Duration.ofSeconds(3))
            .build();

    try (CollectRun run = reelay.openRun(options)) {
      Collected all = run.start(List.of(TASK, "toapis:never-1")).join();

      assertThat(all.saved()).containsOnlyKeys(TASK);
      assertThat(fixture.elapsed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
    }
    host.stop(0);
    try (CollectRun next = reelay.openRun(options)) {
      assertThat(next.kept()).containsExactly(TaskHandle.parse("toapis:never-1"));
    }
  }

  @Test
  void refusesHeadersThatCannotBeSent() {
    assertThatThrownBy(() -> Reelay.builder().userAgent(""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Reelay.builder().downloadHeader("Host", "example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Reelay.builder().downloadHeader("Referer", "a\nb"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
