package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.time.Scheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each download ends once, whatever the caller's executor, scheduler or transport throws. */
@Timeout(60)
class StubbornExecutorTest {
  @RegisterExtension final RecordedLog log = RecordedLog.of(DownloadListener.class);
  @RegisterExtension final RecordedLog downloads = RecordedLog.of(Downloader.class);

  private static final Film FILM = Film.of(20_000, 26);

  @TempDir Path folder;
  private Bench bench;
  private Store store;

  /** What an executor throws from its n-th task on. */
  private record Broken(Throwable thrown, int from) implements Executor {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
      if (COUNT.incrementAndGet() < from) {
        new Thread(task).start();
      } else if (thrown instanceof Error error) {
        throw error;
      } else {
        throw (RuntimeException) thrown;
      }
    }
  }

  static List<Throwable> thrown() {
    return List.of(
        new RejectedExecutionException("on purpose"),
        new IllegalStateException("on purpose"),
        new StackOverflowError("on purpose"),
        new NoClassDefFoundError("on purpose"),
        new AssertionError("on purpose"));
  }

  @BeforeEach
  void open() {
    Broken.COUNT.set(0);
    bench = new Bench(folder);
    store = bench.store(Store.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  private static DownloadFailureKind kind(CompletableFuture<DownloadOutcome> future) {
    return Bench.failure(Bench.get(future)).kind();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsADownloadThatNeverBegins(Throwable thrown) {
    Downloader downloader = bench.open(bench.timed().executor(new Broken(thrown, 1)));
    AtomicInteger ends = new AtomicInteger();

    CompletableFuture<DownloadOutcome> future =
        downloader.download(Bench.task(store.url("/a")), bench.file);
    future.whenComplete((outcome, failure) -> ends.incrementAndGet());

    assertThat(kind(future)).isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(kind(downloader.download(Bench.task(store.url("/a")), bench.file)))
        .isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(ends).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsADownloadAfterAnAnswerOfTheProvider(Throwable thrown) throws IOException {
    Downloader downloader = bench.open(bench.timed().executor(new Broken(thrown, 2)));

    assertThat(kind(downloader.download(Bench.HANDLE, bench.file)))
        .isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(bench.files()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsADownloadAfterAWait(Throwable thrown) {
    store.script(Store.always(503, ""));
    Downloader downloader = bench.open(bench.timed().executor(new Broken(thrown, 2)));

    CompletableFuture<DownloadOutcome> future =
        downloader.download(Bench.task(store.url("/a")), bench.file);
    bench.time.awaitAndAdvance(Duration.ofSeconds(1));

    assertThat(kind(future)).isEqualTo(DownloadFailureKind.CLOSED);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsAFollowUpAfterItsPause(Throwable thrown) {
    store.script(Store.always(503, ""));
    Downloader downloader = bench.open(bench.timed().setbacks(1).executor(new Broken(thrown, 2)));

    CompletableFuture<?> saved =
        downloader.into(folder).apply(Bench.task(store.url("/a"))).toCompletableFuture();
    bench.time.awaitAndAdvance(Duration.ofMinutes(5));

    assertThatThrownBy(saved::join).hasRootCauseMessage("on purpose");
  }

  /** An executor that has begun the work and throws gives no place to two downloads. */
  @Test
  void runsNoMoreDownloadsThanAllowedWhateverTheExecutorThrows() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    store.script(
        (request, out) -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          LockSupport.parkNanos(20_000_000);
          atOnce.decrementAndGet();
          Store.serve(FILM, request, out, Integer.MAX_VALUE);
        });
    Executor both =
        work -> {
          new Thread(work).start();
          throw new RejectedExecutionException("on purpose");
        };
    Downloader downloader = bench.open(bench.builder().concurrency(1).executor(both));

    List<CompletableFuture<DownloadOutcome>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    downloader.download(Bench.task(store.url("/" + i)), folder.resolve(i + ".mp4")))
            .toList();

    all.forEach(
        future -> {
          DownloadOutcome outcome = Bench.get(future);
          if (outcome instanceof DownloadOutcome.NotSaved) {
            assertThat(Bench.failure(outcome).kind()).isEqualTo(DownloadFailureKind.CLOSED);
          }
        });
    assertThat(most).hasValueLessThanOrEqualTo(1);
  }

  @Test
  void endsADownloadWhoseSchedulerThrows() {
    store.script(Store.always(503, ""));
    Scheduler broken =
        new Scheduler() {
          @Override
          public Clock clock() {
            return bench.time.clock();
          }

          @Override
          public long nanoTime() {
            return bench.time.nanoTime();
          }

          @Override
          public Runnable schedule(Runnable task, long nanoTime) {
            if (nanoTime - nanoTime() == Duration.ofSeconds(1).toNanos()) {
              throw new IllegalStateException("on purpose");
            }
            return bench.time.schedule(task, nanoTime);
          }

          @Override
          public void close() {}
        };
    Downloader downloader = bench.open(bench.builder().scheduler(broken));

    DownloadOutcome outcome =
        Bench.get(downloader.download(Bench.task(store.url("/a")), bench.file));

    assertThat(Bench.failure(outcome).sentence())
        .isEqualTo(
            "toapis:ok-1: expected to save the video, found something else (IllegalStateException);"
                + " see the log");
  }

  @Test
  void endsADownloadWhoseTransportThrowsAnError() {
    Provider provider =
        Provider.builder(new ToapisDialect())
            .key(() -> "sk-own")
            .transport(
                query -> {
                  throw new LinkageError("on purpose");
                })
            .build();
    Downloader downloader = bench.open(Downloader.builder(Providers.of(List.of(provider))));

    assertThat(kind(downloader.download(Bench.HANDLE, bench.file)))
        .isEqualTo(DownloadFailureKind.PROVIDER);
  }

  @Test
  void endsADownloadWhoseListenerThrowsAnErrorEachTime() {
    AtomicInteger told = new AtomicInteger();
    Downloader downloader =
        bench.open(
            bench
                .builder()
                .progress(
                    (handle, bytes, total) -> {
                      told.incrementAndGet();
                      throw new StackOverflowError("on purpose");
                    }));

    Bench.get(downloader.download(Bench.task(store.url("/a")), bench.file)).savedOrThrow();

    assertThat(told).hasPositiveValue();
    assertThat(bench.file).hasBinaryContent(FILM.bytes());
    assertThat(log.lines())
        .hasSize(told.get())
        .containsOnly(
            "WARNING expected the listener for toapis:ok-1 to return, found an exception"
                + " (StackOverflowError)");
  }
}
