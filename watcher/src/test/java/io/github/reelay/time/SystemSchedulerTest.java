package io.github.reelay.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemSchedulerTest {
  private final Scheduler time = Scheduler.ofSystem();
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void neverRunsATaskEarly() throws Exception {
    List<CompletableFuture<Long>> lateness = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long at = time.nanoTime() + i * 250_000L;
      CompletableFuture<Long> late = new CompletableFuture<>();
      lateness.add(late);
      time.schedule(() -> late.complete(time.nanoTime() - at), at);
    }

    for (CompletableFuture<Long> late : lateness) {
      assertThat(late.get()).isNotNegative();
    }
  }

  /** Keeps the thread busy until that is counted down, so that a slow machine changes nothing. */
  private CountDownLatch busy() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    time.schedule(
        () -> {
          begun.countDown();
          try {
            release.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        },
        time.nanoTime());
    begun.await();
    return release;
  }

  @Test
  void runsInTheOrderOfTimesOnOneDaemonThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    CountDownLatch release = busy();
    long now = time.nanoTime();
    // A machine that stops between two looks at the clock delays what is scheduled meanwhile.
    time.schedule(() -> ran.add("late"), now + 600_000_000);
    time.schedule(() -> ran.add("early"), now + 200_000_000);
    time.schedule(() -> threads.add(Thread.currentThread()), now + 400_000_000);
    time.schedule(() -> ran.add("past"), now - 1);
    release.countDown();

    assertThat(List.of(ran.take(), ran.take(), ran.take()))
        .containsExactly("past", "early", "late");
    assertThat(threads).singleElement().matches(Thread::isDaemon);
    assertThat(threads.get(0).getName()).isEqualTo("reelay-scheduler");
  }

  @Test
  void takesBackWhatHasNotBegun() throws Exception {
    CountDownLatch release = busy();
    Runnable cancel = time.schedule(() -> ran.add("cancelled"), time.nanoTime());
    time.schedule(() -> ran.add("kept"), time.nanoTime());

    cancel.run();
    release.countDown();

    assertThat(ran.take()).isEqualTo("kept");
    assertThat(ran).isEmpty();
  }

  @Test
  void goesOnAfterATaskThatThrows() throws Exception {
    time.schedule(
        () -> {
          throw new AssertionError("on purpose");
        },
        time.nanoTime());
    time.schedule(() -> ran.add("next"), time.nanoTime());

    assertThat(ran.take()).isEqualTo("next");
  }

  @Test
  void dropsWhatHasNotBegunWhenItIsClosedAndThrowsNothingAfterwards() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    time.schedule(
        () -> {
          thread.complete(Thread.currentThread());
          begun.countDown();
          try {
            closed.await();
            interrupted.complete(Thread.currentThread().isInterrupted());
          } catch (InterruptedException stopped) {
            interrupted.complete(true);
          }
        },
        time.nanoTime());
    begun.await();
    time.schedule(() -> ran.add("waiting"), time.nanoTime());

    time.close();
    Runnable cancel = time.schedule(() -> ran.add("after"), time.nanoTime());
    cancel.run();
    time.close();
    closed.countDown();

    assertThat(interrupted.get()).isFalse();
    thread.get().join(); // whatever it would still run, it has run
    assertThat(ran).isEmpty();
  }

  @Test
  void endsItsThreadWhenItIsClosed() throws Exception {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    time.schedule(() -> thread.complete(Thread.currentThread()), time.nanoTime());

    Thread own = thread.get();
    time.close();
    own.join();

    assertThat(own.isAlive()).isFalse();
  }

  @Test
  void showsTheTimeOfDay() {
    assertThat(Duration.between(time.clock().instant(), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(10));
  }
}
