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
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final SampleMp4 FILM = SampleMp4.of(20_000, 26);

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;

  /** What an executor throws from its n-th task on. */
  private record BrokenTransport(Throwable thrown, int from) implements Executor {
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
    BrokenTransport.COUNT.set(0);
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private static DownloadFailureKind kind(CompletableFuture<DownloadOutcome> future) {
    return DownloadFixture.failure(DownloadFixture.get(future)).kind();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsADownloadThatNeverBegins(Throwable thrown) {
    Downloader downloader = fixture.open(fixture.timed().executor(new BrokenTransport(thrown, 1)));
    AtomicInteger ends = new AtomicInteger();

    CompletableFuture<DownloadOutcome> future =
        downloader.download(DownloadFixture.task(host.url("/a")), fixture.file);
    future.whenComplete((outcome, failure) -> ends.incrementAndGet());

    assertThat(kind(future)).isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(kind(downloader.download(DownloadFixture.task(host.url("/a")), fixture.file)))
        .isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(ends).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsADownloadAfterAResponseOfTheProvider(Throwable thrown) throws IOException {
    Downloader downloader = fixture.open(fixture.timed().executor(new BrokenTransport(thrown, 2)));

    assertThat(kind(downloader.download(DownloadFixture.HANDLE, fixture.file)))
        .isEqualTo(DownloadFailureKind.CLOSED);
    assertThat(fixture.files()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsADownloadAfterAWait(Throwable thrown) {
    host.script(HostServer.always(503, ""));
    Downloader downloader = fixture.open(fixture.timed().executor(new BrokenTransport(thrown, 2)));

    CompletableFuture<DownloadOutcome> future =
        downloader.download(DownloadFixture.task(host.url("/a")), fixture.file);
    fixture.time.awaitAndAdvance(Duration.ofSeconds(1));

    assertThat(kind(future)).isEqualTo(DownloadFailureKind.CLOSED);
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void endsAFollowUpAfterItsPause(Throwable thrown) {
    host.script(HostServer.always(503, ""));
    Downloader downloader =
        fixture.open(
            fixture.timed().maxRetriesWithoutProgress(1).executor(new BrokenTransport(thrown, 2)));

    CompletableFuture<?> saved =
        downloader
            .savingTo(folder)
            .apply(DownloadFixture.task(host.url("/a")))
            .toCompletableFuture();
    fixture.time.awaitAndAdvance(Duration.ofMinutes(5));

    assertThatThrownBy(saved::join).hasRootCauseMessage("on purpose");
  }

  private static long alive(Collection<Thread> workers) {
    return workers.stream().filter(Thread::isAlive).count();
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** An executor that has begun the work and throws gives no place to two downloads. */
  @Test
  void runsNoMoreDownloadsThanAllowedWhateverTheExecutorThrows() {
    Queue<Thread> workers = new ConcurrentLinkedQueue<>();
    CountDownLatch submitted = new CountDownLatch(1);
    AtomicInteger served = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    host.script(
        (request, out) -> {
          most.accumulateAndGet(served.incrementAndGet(), Math::max);
          awaitOpen(submitted);
          // Whoever was begun and is not here yet either ends or comes here.
          DownloadFixture.awaitAsserted(
              () -> assertThat(alive(workers)).isLessThanOrEqualTo(served.get()));
          served.decrementAndGet();
          HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
        });
    Executor both =
        work -> {
          Thread worker = new Thread(work);
          workers.add(worker);
          worker.start();
          throw new RejectedExecutionException("on purpose");
        };
    Downloader downloader = fixture.open(fixture.builder().concurrency(1).executor(both));

    List<CompletableFuture<DownloadOutcome>> all =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    downloader.download(
                        DownloadFixture.task(host.url("/" + i)), folder.resolve(i + ".mp4")))
            .toList();
    submitted.countDown();

    all.forEach(
        future -> {
          DownloadOutcome outcome = DownloadFixture.get(future);
          if (outcome instanceof DownloadOutcome.NotSaved) {
            assertThat(DownloadFixture.failure(outcome).kind())
                .isEqualTo(DownloadFailureKind.CLOSED);
          }
        });
    assertThat(most).hasValueLessThanOrEqualTo(1);
  }

  @Test
  void endsADownloadWhoseSchedulerThrows() {
    host.script(HostServer.always(503, ""));
    Scheduler broken =
        new Scheduler() {
          @Override
          public Clock clock() {
            return fixture.time.clock();
          }

          @Override
          public long nanoTime() {
            return fixture.time.nanoTime();
          }

          @Override
          public Runnable schedule(Runnable task, long nanoTime) {
            if (nanoTime - nanoTime() == Duration.ofSeconds(1).toNanos()) {
              throw new IllegalStateException("on purpose");
            }
            return fixture.time.schedule(task, nanoTime);
          }

          @Override
          public void close() {}
        };

    DownloadOutcome outcome = fixture.fetch(fixture.builder().scheduler(broken), host.url("/a"));

    assertThat(DownloadFixture.failure(outcome).message())
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
    Downloader downloader = fixture.open(Downloader.builder(Providers.of(List.of(provider))));

    assertThat(kind(downloader.download(DownloadFixture.HANDLE, fixture.file)))
        .isEqualTo(DownloadFailureKind.PROVIDER);
  }

  @Test
  void endsADownloadWhoseListenerThrowsAnErrorEachTime() {
    AtomicInteger reported = new AtomicInteger();

    fixture
        .fetch(
            fixture
                .builder()
                .progress(
                    (handle, bytes, total) -> {
                      reported.incrementAndGet();
                      throw new StackOverflowError("on purpose");
                    }),
            host.url("/a"))
        .savedOrThrow();

    assertThat(reported).hasPositiveValue();
    assertThat(fixture.file).hasBinaryContent(FILM.bytes());
    assertThat(log.lines())
        .hasSize(reported.get())
        .containsOnly(
            "WARNING expected the listener for toapis:ok-1 to return, found an exception"
                + " (StackOverflowError)");
  }
}
