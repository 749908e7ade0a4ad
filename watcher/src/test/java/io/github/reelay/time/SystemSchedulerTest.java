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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SystemSchedulerTest {
  private final Scheduler time = Scheduler.ofSystem();
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    time.close();
  }

  private long in(long millis) {
    return time.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
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

  @Test
  void runsInTheOrderOfTimesOnOneDaemonThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    time.schedule(() -> ran.add("late"), in(40));
    time.schedule(() -> ran.add("early"), in(10));
    time.schedule(() -> threads.add(Thread.currentThread()), in(20));
    time.schedule(() -> ran.add("past"), time.nanoTime() - 1);

    assertThat(List.of(ran.take(), ran.take(), ran.take()))
        .containsExactly("past", "early", "late");
    assertThat(threads).singleElement().matches(Thread::isDaemon);
    assertThat(threads.get(0).getName()).isEqualTo("reelay-scheduler");
  }

  @Test
  void takesBackWhatHasNotBegun() throws Exception {
    Runnable cancel = time.schedule(() -> ran.add("cancelled"), in(20));
    time.schedule(() -> ran.add("kept"), in(40));

    cancel.run();

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
    time.schedule(
        () -> {
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
