package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.terminal.ScreenSize;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.time.Scheduler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run prints when it is stopped, as by Ctrl-C. */
@Timeout(60)
class WatchStopTest {
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).start();
  private final CommandRunner runner = new CommandRunner().with(sandbox);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** Runs until a task is seen running, stops, and returns the exit status. */
  private int stopAtTheFirst(String said, String... args) throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    ByteArrayOutputStream watched =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            err.write(bytes, from, length);
            if (err.toString(StandardCharsets.UTF_8).contains(said)) {
              seen.countDown();
            }
          }
        };
    FutureTask<Integer> run = new FutureTask<>(() -> Main.run(args, runner.context(out, watched)));
    new Thread(run, "watch").start();
    assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(runner.shutdown.request()).isTrue();
    return run.get(30, TimeUnit.SECONDS);
  }

  private List<String> said() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void printsEveryUnfinishedHandleAndHowToGoOn() throws Exception {
    int status =
        stopAtTheFirst(
            "ok-1: succeeded",
            "watch",
            "--every",
            "200ms",
            "toapis:never-1",
            "22codex:sora-2:never-2",
            "toapis:ok-1");

    assertThat(status).isEqualTo(3);
    assertThat(said())
        .contains("toapis:never-1: stopped waiting; the task goes on")
        .contains("22codex:sora-2:never-2: stopped waiting; the task goes on");
    assertThat(said().get(said().size() - 1))
        .startsWith(
            "resume with: reelay watch --every 200ms toapis:never-1 22codex:sora-2:never-2");
  }

  @Test
  void goesOnFromTheStateFile() throws Exception {
    String state = folder.resolve("state").toString();
    int status =
        stopAtTheFirst(
            "1: running", "watch", "--state", state, "--every", "200ms", "toapis:never-1");

    assertThat(status).isEqualTo(3);
    assertThat(said())
        .endsWith(
            "toapis:never-1: stopped waiting; the task goes on",
            "resume with: reelay watch --state " + state + " --every 200ms");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void hasTheLastWordThoughNobodyReadsTheResults(boolean live) throws Exception {
    runner.screen = () -> live ? new ScreenSize(80, 24) : null;
    runner.env.put("TERM", "xterm");
    CountDownLatch full = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    OutputStream pipe =
        new OutputStream() {
          @Override
          public void write(int sign) throws IOException {
            full.countDown();
            try {
              read.await();
            } catch (InterruptedException stopped) {
              throw new IOException(stopped);
            }
          }
        };
    ByteArrayOutputStream watched =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (toString(StandardCharsets.UTF_8).contains("never-1: stopped waiting")
                && toString(StandardCharsets.UTF_8).contains("resume with: reelay watch")) {
              said.countDown();
            }
          }
        };
    String[] args = {"watch", "--every", "200ms", "toapis:ok-1", "toapis:never-1"};
    Thread run = new Thread(() -> Main.run(args, runner.context(pipe, watched)), "watch");
    run.start();
    assertThat(full.await(30, TimeUnit.SECONDS)).isTrue();

    runner.shutdown.request();

    assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(watched.toString(StandardCharsets.UTF_8))
        .contains("resume with: reelay watch --every 200ms toapis:ok-1 toapis:never-1\n");
    read.countDown();
    run.join(30_000);
  }

  @Test
  void endsImmediatelyIfItWasRequestedBefore() {
    runner.shutdown.request();

    CommandRunner.Result result = runner.run("watch", "toapis:never-1");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.errLines())
        .contains("toapis:never-1: stopped waiting; the task goes on")
        .endsWith("resume with: reelay watch toapis:never-1");
  }

  @Test
  void endsWhenItsThreadIsInterrupted() throws Exception {
    FutureTask<Boolean> run =
        new FutureTask<>(
            () -> {
              Thread.currentThread().interrupt();
              int status =
                  Main.run(
                      new String[] {"watch", "toapis:never-1"},
                      runner.context(out, new PrintStream(err, true)));
              return status == 3 && Thread.interrupted();
            });
    new Thread(run, "watch").start();

    assertThat(run.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said()).endsWith("resume with: reelay watch toapis:never-1");
  }

  /**
   * A disk or a name service that hangs keeps the thread of a download, and nobody waits for it.
   */
  @Test
  void hasTheLastWordInTimeThoughADownloadHangs() throws Exception {
    HangingTime time = new HangingTime(runner.time.get());
    runner.scheduler = () -> time;
    String videos = folder.resolve("videos").toString();
    String[] args = {"watch", "--every", "200ms", "--download", videos, "toapis:ok-1"};
    FutureTask<Integer> run = new FutureTask<>(() -> Main.run(args, runner.context(out, err)));
    new Thread(run, "watch").start();
    assertThat(time.hangs.await(30, TimeUnit.SECONDS)).isTrue();

    runner.shutdown.request();

    assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(said())
        .endsWith(
            "toapis:ok-1: stopped downloading; what is there is kept",
            "resume with: reelay watch --download " + videos + " --every 200ms toapis:ok-1");
    time.goesOn.release(1_000);
  }

  /** Hangs on the threads of downloads, and cannot be interrupted. */
  private static final class HangingTime implements Scheduler {
    private final Scheduler time;
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final Semaphore goesOn = new Semaphore(0);

    HangingTime(Scheduler time) {
      this.time = time;
    }

    @Override
    public Clock clock() {
      return time.clock();
    }

    @Override
    public long nanoTime() {
      if (Thread.currentThread().getName().startsWith("reelay-download")) {
        hangs.countDown();
        goesOn.acquireUninterruptibly();
      }
      return time.nanoTime();
    }

    @Override
    public Runnable schedule(Runnable task, long nanoTime) {
      return time.schedule(task, nanoTime);
    }

    @Override
    public Runnable beginWork() {
      return time.beginWork();
    }

    @Override
    public void close() {
      time.close();
    }
  }
}
