package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.WatchEvent;
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
import org.junit.jupiter.api.io.TempDir;

/** What a download reports: that it begins, where it stands, and how it ends. */
@Timeout(60)
class DownloadReportsTest {
  private static final Film FILM = Film.of(300_000, 6);

  @TempDir Path folder;
  private Bench bench;
  private Store store;
  private final List<String> told = new CopyOnWriteArrayList<>();

  private final DownloadListener listener =
      new DownloadListener() {
        @Override
        public void started(TaskHandle handle, Path file) {
          told.add("started " + handle + " " + folder.relativize(file));
        }

        @Override
        public void progress(TaskHandle handle, long bytes, long total) {
          told.add(bytes + "/" + total);
        }

        @Override
        public void ended(DownloadOutcome outcome) {
          told.add(
              outcome instanceof DownloadOutcome.NotSaved missing
                  ? "ended " + missing.failure().kind()
                  : "ended with " + outcome.savedOrThrow().bytes());
        }
      };

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store = bench.store(Store.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private CompletableFuture<?> save(Instant expiresAt) {
    return bench
        .open(bench.timed().setbacks(1))
        .savingTo(folder, listener)
        .apply(Bench.task(store.url("/a.mp4"), expiresAt))
        .toCompletableFuture();
  }

  @Test
  void tellsTheBeginningTheProgressAndTheEnd() {
    save(null).join();

    assertThat(told)
        .containsExactly(
            "started toapis:ok-1 toapis-ok-1.mp4",
            "16/300000",
            "300000/300000",
            "ended with 300000");
  }

  @Test
  void tellsEachAttemptOfOneThatIsRepeated() {
    store.script(
        (request, out) -> {
          if (store.requests().size() > 1) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(out, 503);
          }
        });

    CompletableFuture<?> saved = save(ManualTime.START.plus(Duration.ofHours(1)));
    bench.time.awaitAndAdvance(Duration.ofMinutes(5));
    saved.join();

    assertThat(told)
        .startsWith(
            "started toapis:ok-1 toapis-ok-1.mp4",
            "ended UNREACHABLE",
            "started toapis:ok-1 toapis-ok-1.mp4")
        .endsWith("ended with 300000");
  }

  @Test
  void tellsTheListenerOfAllDownloadsToo() {
    Downloader downloader = bench.open(bench.timed().progress(listener));

    downloader
        .savingTo(folder, listener)
        .apply(Bench.task(store.url("/a.mp4")))
        .toCompletableFuture()
        .join();

    assertThat(told).hasSize(8).filteredOn("ended with 300000"::equals).hasSize(2);
  }

  @Test
  void oneThatNeverRanEndsWithoutHavingStarted() {
    Downloader downloader = bench.open(bench.timed().progress(listener));
    downloader.close();

    Bench.get(downloader.download(Bench.task(store.url("/a.mp4")), bench.file));

    assertThat(told).containsExactly("ended CLOSED");
  }

  @Test
  void oneThatIsCancelledEndsOnce() {
    store.script((request, out) -> Store.serve(FILM, request, out, 1000));
    Downloader downloader = bench.open(bench.timed().progress(listener));
    CompletableFuture<DownloadOutcome> future =
        downloader.download(Bench.task(store.url("/a.mp4")), bench.file);
    bench.awaitPart(100);

    future.cancel(true);
    downloader.close();

    assertThat(told).filteredOn("ended CLOSED"::equals).hasSize(1);
    assertThat(told).startsWith("started toapis:ok-1 video.mp4").endsWith("ended CLOSED");
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

    bench
        .open(bench.timed())
        .savingTo(folder, broken)
        .apply(Bench.task(store.url("/a.mp4")))
        .toCompletableFuture()
        .join();

    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(FILM.bytes());
  }

  /** All events of a watcher that saves the video of one task. */
  private List<WatchEvent> watch(Path directory) {
    bench.providerShows(store.url("/a.mp4"));
    List<WatchEvent> events = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> all = new CompletableFuture<>();
    try (Watcher watcher =
        Watcher.builder(bench.providers)
            .saveVideos(bench.open(bench.builder().setbacks(1)), directory)
            .build()) {
      watcher.events().subscribe(new Taker(events, all));
      watcher.awaitAll(List.of(Bench.HANDLE));
    }
    Bench.get(all);
    return events;
  }

  private record Taker(List<WatchEvent> events, CompletableFuture<Void> all)
      implements Flow.Subscriber<WatchEvent> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(WatchEvent event) {
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
    List<WatchEvent> events = watch(folder);

    assertThat(events)
        .extracting(WatchEvent::kind)
        .startsWith(WatchEvent.Kind.CHANGED, WatchEvent.Kind.ENDED)
        .endsWith(WatchEvent.Kind.DOWNLOAD_ENDED)
        .doesNotContain(WatchEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(events).extracting(WatchEvent::handle).containsOnly(Bench.HANDLE);
    WatchEvent.DownloadEnded last = (WatchEvent.DownloadEnded) events.get(events.size() - 1);
    assertThat(last.outcome().savedOrThrow().file()).hasBinaryContent(FILM.bytes());
  }

  @Test
  void aVideoThatCannotBeSavedIsAnEventToo() {
    List<WatchEvent> events = watch(folder.resolve("missing"));

    assertThat(events)
        .extracting(WatchEvent::kind)
        .endsWith(WatchEvent.Kind.FOLLOW_UP_FAILED)
        .contains(WatchEvent.Kind.CHANGED, WatchEvent.Kind.ENDED);
    WatchEvent.FollowUpFailed last = (WatchEvent.FollowUpFailed) events.get(events.size() - 1);
    assertThat(last.failure()).isInstanceOf(NotSavedException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
