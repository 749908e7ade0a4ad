package io.github.reelay.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskHeapTest {

  /** Compared with a plain list that is sorted whenever that matters. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesTheFirstWhateverIsRemovedMeanwhile(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TaskHeap heap = new TaskHeap(TaskHeap.Slot.DUE, task -> task.startedAt);
    List<WatchedTask> expected = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      if (expected.isEmpty() || random.nextInt(5) < 3) {
        WatchedTask task = new WatchedTask("task-" + i, random.nextInt(1000));
        heap.add(task);
        expected.add(task);
      } else {
        WatchedTask task = expected.remove(random.nextInt(expected.size()));
        assertThat(heap.remove(task)).isTrue();
        assertThat(heap.remove(task)).isFalse();
        assertThat(task.isWaiting()).isFalse();
      }
      assertThat(heap.size()).isEqualTo(expected.size());
    }
    expected.sort(Comparator.comparingLong(task -> task.startedAt));
    for (WatchedTask next : expected) {
      WatchedTask first = heap.first();
      assertThat(first.startedAt).isEqualTo(next.startedAt);
      heap.remove(first);
    }
    assertThat(heap.first()).isNull();
  }
}
