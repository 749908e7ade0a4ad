package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class DownloadQueueTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Queue<Runnable> thread = new ArrayDeque<>();
  private final List<String> ran = new ArrayList<>();
  private final DownloadQueue room = new DownloadQueue(2, thread::add);

  private record TestEntry(String name, Instant expiresAt, long number, List<String> log)
      implements DownloadQueue.Entry {
    @Override
    public void run() {
      log.add(name);
    }

    @Override
    public void reject() {
      log.add("no " + name);
    }
  }

  private TestEntry entry(String name, Instant expiresAt, long number) {
    return new TestEntry(name, expiresAt, number, ran);
  }

  private void runAll() {
    while (!thread.isEmpty()) {
      thread.remove().run();
    }
  }

  @Test
  void runsNoMoreThanItHasPlaces() {
    for (int i = 1; i <= 5; i++) {
      room.enter(entry("g" + i, null, i));
    }

    assertThat(thread).hasSize(2);
    room.leave();
    assertThat(thread).hasSize(3);
  }

  @Test
  void prefersThoseNearestToTheirExpiryAndThenThoseWhoCameFirst() {
    room.enter(entry("running", null, 1));
    room.enter(entry("running too", null, 2));
    room.enter(entry("unknown", null, 3));
    room.enter(entry("later", NOON.plusSeconds(60), 4));
    room.enter(entry("second of two", NOON, 6));
    room.enter(entry("first of two", NOON, 5));
    room.enter(entry("unknown too", null, 7));
    for (int i = 0; i < 7; i++) {
      room.leave();
    }
    runAll();

    assertThat(ran)
        .containsExactly(
            "running",
            "running too",
            "first of two",
            "second of two",
            "later",
            "unknown",
            "unknown too");
  }

  @Test
  void forgetsWhoWithdraws() {
    TestEntry third = entry("third", null, 3);
    room.enter(entry("first", null, 1));
    room.enter(entry("second", null, 2));
    room.enter(third);
    room.remove(third);
    room.leave();
    runAll();

    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void turnsEveryoneAwayWithoutAThread() {
    List<Runnable> held = new ArrayList<>();
    DownloadQueue closing =
        new DownloadQueue(
            1,
            work -> {
              if (!held.isEmpty()) {
                throw new RejectedExecutionException("on purpose");
              }
              held.add(work);
            });
    for (int i = 0; i <= 10_000; i++) {
      closing.enter(entry("g" + i, null, i));
    }

    closing.leave();

    assertThat(ran).hasSize(10_000).startsWith("no g1", "no g2");
  }
}
