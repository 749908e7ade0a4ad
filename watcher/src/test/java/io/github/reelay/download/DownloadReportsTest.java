package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a download reports: that it begins, where it stands, and how it ends. */
@Timeout(60)
class DownloadReportsTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 6);

  @TempDir Path folder;
  @RegisterExtension final RecordedLog followUps = RecordedLog.of(Watcher.class);
  @RegisterExtension final RecordedLog listeners = RecordedLog.of(DownloadListener.class);

  private DownloadFixture fixture;
  private HostServer host;
  private final List<String> reported = new CopyOnWriteArrayList<>();

  private final DownloadListener listener =
      new DownloadListener() {
        @Override
        public void started(TaskHandle handle, Path file) {
          reported.add("started " + handle + " " + folder.relativize(file));
        }

        @Override
        public void progress(TaskHandle handle, long bytes, long total) {
          reported.add(bytes + "/" + total);
        }

        @Override
        public void ended(DownloadOutcome outcome) {
          reported.add(
              outcome instanceof DownloadOutcome.NotSaved missing
                  ? "ended " + missing.failure().kind()
                  : "ended with " + outcome.savedOrThrow().bytes());
        }
      };

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private CompletableFuture<?> save(Instant expiresAt) {
    return fixture
        .open(fixture.timed().maxRetriesWithoutProgress(1))
        .savingTo(folder, listener)
        .apply(DownloadFixture.task(host.url("/a.mp4"), expiresAt))
        .toCompletableFuture();
  }

  @Test
  void reportsTheBeginningTheProgressAndTheEnd() {
    save(null).join();

    assertThat(reported)
        .containsExactly(
            "started toapis:ok-1 toapis-ok-1.mp4",
            "16/300000",
            "300000/300000",
            "ended with 300000");
  }

  @Test
  void reportsEachAttemptOfOneThatIsRepeated() {
    host.script(
        (request, out) -> {
          if (host.requests().size() > 1) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 503);
          }
        });

    CompletableFuture<?> saved = save(ManualScheduler.START.plus(Duration.ofHours(1)));
    fixture.time.awaitAndAdvance(Duration.ofMinutes(5));
    saved.join();

    assertThat(reported)
        .startsWith(
            "started toapis:ok-1 toapis-ok-1.mp4",
            "ended UNREACHABLE",
            "started toapis:ok-1 toapis-ok-1.mp4")
        .endsWith("ended with 300000");
  }

  @Test
  void callsTheListenerOfAllDownloadsToo() {
    Downloader downloader = fixture.open(fixture.timed().progress(listener));

    downloader
        .savingTo(folder, listener)
        .apply(DownloadFixture.task(host.url("/a.mp4")))
        .toCompletableFuture()
        .join();

    assertThat(reported).hasSize(8).filteredOn("ended with 300000"::equals).hasSize(2);
  }

  @Test
  void oneThatNeverRanEndsWithoutHavingStarted() {
    Downloader downloader = fixture.open(fixture.timed().progress(listener));
    downloader.close();

    DownloadFixture.get(
        downloader.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file));

    assertThat(reported).containsExactly("ended CLOSED");
  }

  @Test
  void oneThatIsCancelledEndsOnce() {
    host.script((request, out) -> HostServer.serve(FILM, request, out, 1000));
    Downloader downloader = fixture.open(fixture.timed().progress(listener));
    CompletableFuture<DownloadOutcome> future =
        downloader.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
    fixture.awaitPart(100);

    future.cancel(true);
    downloader.close();

    assertThat(reported).filteredOn("ended CLOSED"::equals).hasSize(1);
    assertThat(reported).startsWith("started toapis:ok-1 video.mp4").endsWith("ended CLOSED");
  }

  @Test
  void aListenerThatThrowsHarmsNoDownload() {
    DownloadListener broken =
        new DownloadListener() {
          @Override
          public void started(TaskHandle handle, Path file) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void progress(TaskHandle handle, long bytes, long total) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void ended(DownloadOutcome outcome) {
            throw new IllegalStateException("on purpose");
          }
        };

    fixture
        .open(fixture.timed())
        .savingTo(folder, broken)
        .apply(DownloadFixture.task(host.url("/a.mp4")))
        .toCompletableFuture()
        .join();

    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(FILM.bytes());
    assertThat(listeners.lines())
        .hasSizeGreaterThanOrEqualTo(3)
        .containsOnly(
            "WARNING expected the listener for toapis:ok-1 to return, found an exception"
                + " (IllegalStateException)");
  }

  /** All events of a watcher that saves the video of one task. */
  private List<TaskEvent> watch(Path directory) {
    fixture.providerShows(host.url("/a.mp4"));
    List<TaskEvent> events = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> all = new CompletableFuture<>();
    try (Watcher watcher =
        Watcher.builder(fixture.providers)
            .saveVideos(fixture.open(fixture.builder().maxRetriesWithoutProgress(1)), directory)
            .build()) {
      watcher.events().subscribe(new Taker(events, all));
      watcher.awaitAll(List.of(DownloadFixture.HANDLE));
    }
    DownloadFixture.get(all);
    return events;
  }

  private record Taker(List<TaskEvent> events, CompletableFuture<Void> all)
      implements Flow.Subscriber<TaskEvent> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(TaskEvent event) {
      events.add(event);
    }

    @Override
    public void onError(Throwable failure) {
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(null);
    }
  }

  @Test
  void aWatcherThatSavesVideosMakesThemEvents() {
    List<TaskEvent> events = watch(folder);

    assertThat(events)
        .extracting(TaskEvent::kind)
        .startsWith(TaskEvent.Kind.CHANGED, TaskEvent.Kind.ENDED)
        .endsWith(TaskEvent.Kind.DOWNLOAD_ENDED)
        .doesNotContain(TaskEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(events).extracting(TaskEvent::handle).containsOnly(DownloadFixture.HANDLE);
    TaskEvent.DownloadEnded last = (TaskEvent.DownloadEnded) events.get(events.size() - 1);
    assertThat(last.outcome().savedOrThrow().file()).hasBinaryContent(FILM.bytes());
  }

  @Test
  void aVideoThatCannotBeSavedIsAnEventToo() {
    List<TaskEvent> events = watch(folder.resolve("missing"));

    assertThat(events)
        .extracting(TaskEvent::kind)
        .endsWith(TaskEvent.Kind.FOLLOW_UP_FAILED)
        .contains(TaskEvent.Kind.CHANGED, TaskEvent.Kind.ENDED);
    TaskEvent.FollowUpFailed last = (TaskEvent.FollowUpFailed) events.get(events.size() - 1);
    assertThat(last.failure()).isInstanceOf(NotSavedException.class);
    assertThat(folder).isEmptyDirectory();
    assertThat(followUps.lines())
        .containsExactly(
            "WARNING toapis:ok-1 stays open: its follow-up failed (NotSavedException)");
  }
}
