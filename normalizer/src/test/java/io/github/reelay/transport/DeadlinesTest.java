package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A lock that the thread of the deadlines waits for must not make it miss a call to wake. */
@Timeout(60)
class DeadlinesTest {
  private static final int MANY = 64;

  private final Queue<Call> expired = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Thread> thread = new AtomicReference<>();

  private Deadlines deadlines(Consumer<Call> expire) {
    TransportLimits limits = TransportLimits.defaults();
    ConnectionPool pool =
        new ConnectionPool(limits, NetworkSettings::defaults, Runnable::run, Deadlines::now);
    return new Deadlines(
        call -> {
          thread.set(Thread.currentThread());
          expire.accept(call);
          expired.add(call);
        },
        pool);
  }

  private static Call call(long endsAt) throws IOException {
    HttpRequest request = get(URI.create("http://127.0.0.1/"));
    return new Call(request, RequestHead.of(request, "agent"), response -> response, endsAt);
  }

  /** As a lock does that was held by another thread. */
  private static void waitForSomeLock() {
    LockSupport.parkNanos(1);
  }

  @Test
  void endsItsThreadWhenClosedMeanwhile() throws Exception {
    CountDownLatch isExpiring = new CountDownLatch(1);
    CountDownLatch isClosed = new CountDownLatch(1);
    Deadlines deadlines =
        deadlines(
            call -> {
              isExpiring.countDown();
              await(isClosed);
              waitForSomeLock();
            });
    deadlines.add(call(Deadlines.now()));
    await(isExpiring);

    deadlines.close();
    isClosed.countDown();

    eventually("the thread has ended", () -> thread.get() != null && !thread.get().isAlive());
  }

  @Test
  void expiresInTimeWhatIsAddedMeanwhile() throws Exception {
    CountDownLatch isExpiring = new CountDownLatch(1);
    CountDownLatch areAdded = new CountDownLatch(1);
    try (Deadlines deadlines =
        deadlines(
            call -> {
              isExpiring.countDown();
              await(areAdded);
              waitForSomeLock();
            })) {
      deadlines.add(call(Deadlines.now()));
      await(isExpiring);

      for (int i = 0; i < MANY; i++) {
        deadlines.add(call(Deadlines.now()));
      }
      areAdded.countDown();

      eventually("all have expired", () -> assertThat(expired).hasSize(MANY + 1));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("expected to wait for the test, found an interrupt", e);
    }
  }
}
