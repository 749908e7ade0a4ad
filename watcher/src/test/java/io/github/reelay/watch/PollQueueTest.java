package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollQueueTest {
  private final PollQueue pollQueue = new PollQueue(task -> task.startedAt);

  private WatchedTask begun(String id, long at) {
    WatchedTask task = new WatchedTask(id, at);
    pollQueue.endInTime(task);
    pollQueue.add(task, at);
    return task;
  }

  @Test
  void doesNotHoldWhatIsGoneBehindATaskThatStays() {
    WatchedTask patient = begun("patient", 0);

    for (int i = 1; i <= 100_000; i++) {
      pollQueue.drop(begun("task-" + i, i));
    }

    assertThat(pollQueue.size()).isEqualTo(2);
    assertThat(pollQueue.takeNext()).isSameAs(patient);
    assertThat(pollQueue.takeEnded(1)).isSameAs(patient);
  }

  @Test
  void skipsWhatIsGone() {
    WatchedTask first = begun("first", 1);
    WatchedTask second = begun("second", 2);

    pollQueue.drop(first);

    assertThat(pollQueue.takeNext()).isSameAs(second);
    assertThat(pollQueue.nextEndAt()).isEqualTo(3);
    assertThat(pollQueue.takeEnded(2)).isNull();
    assertThat(pollQueue.takeEnded(3)).isSameAs(second);
  }

  @Test
  void aTaskThatIsAddedAgainHasOnePlace() {
    WatchedTask task = begun("task", 5);
    begun("other", 7);

    pollQueue.add(task, 9);

    assertThat(pollQueue.size()).isEqualTo(4);
    assertThat(pollQueue.nextAt()).isEqualTo(7);
  }
}
