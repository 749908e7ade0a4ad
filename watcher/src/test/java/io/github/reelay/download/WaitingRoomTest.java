package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Queue<Runnable> thread = new ArrayDeque<>();
  private final List<String> ran = new ArrayList<>();
  private final WaitingRoom room = new WaitingRoom(2, thread::add);

  private record Guest(String name, Instant expiresAt, long number, List<String> log)
      implements WaitingRoom.Guest {
    @Override
    public void run() {
      log.add(name);
    }

    @Override
    public void turnAway() {
      log.add("no " + name);
    }
  }

  private Guest guest(String name, Instant expiresAt, long number) {
    return new Guest(name, expiresAt, number, ran);
  }

  private void runAll() {
    while (!thread.isEmpty()) {
      thread.remove().run();
    }
  }

  @Test
  void runsNoMoreThanItHasPlaces() {
    for (int i = 1; i <= 5; i++) {
      room.enter(guest("g" + i, null, i));
    }

    assertThat(thread).hasSize(2);
    room.leave();
    assertThat(thread).hasSize(3);
  }

  @Test
  void prefersThoseNearestToTheirExpiryAndThenThoseWhoCameFirst() {
    room.enter(guest("running", null, 1));
    room.enter(guest("running too", null, 2));
    room.enter(guest("unknown", null, 3));
    room.enter(guest("later", NOON.plusSeconds(60), 4));
    room.enter(guest("second of two", NOON, 6));
    room.enter(guest("first of two", NOON, 5));
    room.enter(guest("unknown too", null, 7));
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
    Guest third = guest("third", null, 3);
    room.enter(guest("first", null, 1));
    room.enter(guest("second", null, 2));
    room.enter(third);
    room.withdraw(third);
    room.leave();
    runAll();

    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void turnsEveryoneAwayWithoutAThread() {
    List<Runnable> held = new ArrayList<>();
    WaitingRoom closing =
        new WaitingRoom(
            1,
            work -> {
              if (!held.isEmpty()) {
                throw new RejectedExecutionException("on purpose");
              }
              held.add(work);
            });
    for (int i = 0; i <= 10_000; i++) {
      closing.enter(guest("g" + i, null, i));
    }

    closing.leave();

    assertThat(ran).hasSize(10_000).startsWith("no g1", "no g2");
  }
}
