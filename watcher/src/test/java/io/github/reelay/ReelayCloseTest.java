package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.log.RecordedLog;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What closing waits for, in which order, and what it leaves behind. */
@Timeout(60)
class ReelayCloseTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:ok-1");

  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private final ReelayFixture fixture = new ReelayFixture();
  private final CountDownLatch queried = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer host;

  @TempDir private Path folder;

  /** A video host that sends half of the video, and the rest when it is released. */
  @BeforeEach
  void openHost() throws IOException {
    byte[] video;
    try (var resource = Sandbox.class.getResourceAsStream("video.mp4")) {
      video = resource.readAllBytes();
    }
    host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host.setExecutor(threads);
    host.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, video.length);
            exchange.getResponseBody().write(video, 0, video.length / 2);
            exchange.getResponseBody().flush();
            queried.countDown();
            await(released);
            exchange
                .getResponseBody()
                .write(video, video.length / 2, video.length - video.length / 2);
          }
        });
    host.start();
    String url = "http://127.0.0.1:" + host.getAddress().getPort() + "/video.mp4";
    String body =
        "{\"id\":\"ok-1\",\"status\":\"completed\",\"result\":{\"data\":[{\"url\":\"%s\"}]}}";
    fixture.sandbox.enqueue("toapis", "ok-1", SandboxResponse.json(200, body.formatted(url)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void close() {
    released.countDown();
    host.stop(0);
    threads.shutdownNow();
    fixture.close();
  }

  private CompletableFuture<Void> closeElsewhere(Reelay reelay) {
    return CompletableFuture.runAsync(reelay::close, threads);
  }

  @Test
  void waitsForADownloadThatIsUnderWay() {
    Reelay reelay = fixture.builder().build();
    CompletableFuture<Path> saved = reelay.downloadAsync(TASK, folder.resolve("a.mp4"));
    CompletableFuture<Outcome> wait = reelay.watch("toapis:never-1");
    await(queried);

    CompletableFuture<Void> closing = closeElsewhere(reelay);
    assertThat(wait.join().kind()).isEqualTo(Outcome.Kind.UNFINISHED);
    assertThat(closing).isNotDone();
    released.countDown();
    closing.join();

    assertThat(saved).isCompletedWithValue(folder.resolve("a.mp4"));
    assertThat(folder.resolve("a.mp4")).isNotEmptyFile();
  }

  @Test
  void endsADownloadWhenTheLimitIsOver() {
    Reelay reelay = fixture.builder().closeTimeout(Duration.ZERO).build();
    CompletableFuture<Path> saved = reelay.downloadAsync(TASK, folder.resolve("a.mp4"));
    await(queried);

    reelay.close();

    assertThatThrownBy(saved::join)
        .hasCauseInstanceOf(NotSavedException.class)
        .cause()
        .isInstanceOfSatisfying(
            NotSavedException.class,
            not ->
                assertThat(not.outcome().failure().kind()).isEqualTo(DownloadFailureKind.CLOSED));
    assertThat(folder.resolve("a.mp4")).doesNotExist();
  }

  @Test
  void waitsForTheDownloadsOfACollection() {
    Reelay reelay = fixture.builder().build();
    CompletableFuture<Collected> all = collectElsewhere(reelay);
    await(queried);

    CompletableFuture<Void> closing = closeElsewhere(reelay);
    released.countDown();
    closing.join();

    Collected collected = all.join();
    assertThat(collected.saved()).containsOnlyKeys(TASK);
    assertThat(collected.unfinished()).containsOnlyKeys(TaskHandle.parse("toapis:never-1"));
  }

  @Test
  void endsTheDownloadsOfACollectionWhenTheLimitIsOver() {
    Reelay reelay = fixture.builder().closeTimeout(Duration.ZERO).build();
    CompletableFuture<Collected> all = collectElsewhere(reelay);
    await(queried);

    reelay.close();

    Collected collected = all.join();
    assertThat(collected.saved()).isEmpty();
    assertThat(collected.unfinished()).hasSize(2);
    assertThat(collected.unfinished().get(TASK).message())
        .isEqualTo(
            "toapis:ok-1: expected a saved video, found that its download was stopped; collect it"
                + " again");
  }

  private CompletableFuture<Collected> collectElsewhere(Reelay reelay) {
    return CompletableFuture.supplyAsync(
        () ->
            reelay.collect(
                List.of(TASK, "toapis:never-1"), folder.resolve("videos"), folder.resolve("open")),
        threads);
  }

  /** Whether the download was over when it was closed. */
  private static final class LateStore implements HandleStore {
    private final HandleStore memory = HandleStore.inMemory();
    private CompletableFuture<?> before = CompletableFuture.completedFuture(null);
    private boolean closedAfter;

    @Override
    public Set<TaskHandle> handles() {
      return memory.handles();
    }

    @Override
    public void add(Collection<TaskHandle> handles) throws IOException {
      memory.add(handles);
    }

    @Override
    public void remove(Collection<TaskHandle> handles) throws IOException {
      memory.remove(handles);
    }

    @Override
    public void close() throws IOException {
      closedAfter = before.isDone();
      throw new IOException("disk full");
    }
  }

  @Test
  void closesTheStoreAfterTheDownloadsAndTheRestThoughTheStoreFails() {
    LateStore store = new LateStore();
    Reelay reelay = fixture.builder().store(store).closeTimeout(Duration.ZERO).build();
    store.before = reelay.downloadAsync(TASK, folder.resolve("a.mp4"));
    await(queried);

    assertThatThrownBy(reelay::close)
        .hasMessage(
            "expected the handle store ReelayCloseTest$LateStore to close, found a failure; remove"
                + " its cause, and open the store again")
        .hasRootCauseMessage("disk full");

    assertThat(store.closedAfter).isTrue();
    assertThatThrownBy(() -> reelay.query(TASK))
        .hasMessage("toapis:ok-1: expected a task, found unreachable; another query can help: yes");
    assertThatThrownBy(() -> reelay.watch(TASK)).isInstanceOf(IllegalStateException.class);
    reelay.close();
  }

  @Test
  void leavesNoThreadBehind() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Reelay reelay = fixture.builder().build();
    reelay.collect(List.of("22codex:ok-1"), folder.resolve("videos"), folder.resolve("open"));
    reelay.download("xingchaoyiqing:ok-1", folder.resolve("a.mp4"));
    Set<Thread> started = new HashSet<>(Thread.getAllStackTraces().keySet());
    started.removeAll(before);
    started.removeIf(thread -> !thread.getName().matches("reelay-(?!sandbox).*"));

    reelay.close();

    assertThat(started).isNotEmpty().allMatch(Thread::isDaemon);
    for (Thread thread : started) {
      thread.join(30_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void refusesToCollectWhenItIsClosed() {
    Reelay reelay = fixture.builder().build();
    reelay.close();

    assertThatThrownBy(() -> reelay.collect(List.of(TASK), folder, folder.resolve("open")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected an open client, found it closed");
  }

  @Test
  void goesOnWithWhatItsStoreHasKept() {
    HandleStore store = HandleStore.inMemory();
    try (Reelay first = fixture.builder().store(store).build()) {
      first.await("toapis:never-1", Duration.ZERO);
    }

    try (Reelay second = fixture.builder().store(store).build()) {
      assertThat(second.resume().keySet()).containsExactly(TaskHandle.parse("toapis:never-1"));
    }
  }
}
