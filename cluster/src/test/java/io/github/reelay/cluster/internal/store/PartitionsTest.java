package io.github.reelay.cluster.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks are spread evenly, and each stays where it is for ever. */
class PartitionsTest {

  @ParameterizedTest
  @CsvSource({"toapis:task_1, 64, 58", "22codex:a:b, 64, 30", "xingchaoyiqing:ü, 16, 6"})
  void aTaskStaysWhereItIs(String handle, int count, int expected) {
    assertThat(Partitions.of(TaskHandle.parse(handle), count)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"task-%d", "task_01K9S419324DREZFBWNSVX%04d", "%08x-0000"})
  void partitionsGetAboutTheSameNumber(String id) {
    int[] counts = new int[64];
    IntStream.range(0, 6_400)
        .forEach(i -> counts[Partitions.of(new TaskHandle("toapis", id.formatted(i)), 64)]++);

    assertThat(IntStream.of(counts)).allMatch(count -> count > 40 && count < 170);
  }

  @Test
  void noPartitionIsNegative() {
    assertThat(IntStream.range(0, 10_000).map(i -> Partitions.of(handle(i), 16)))
        .allMatch(partition -> partition >= 0 && partition < 16);
  }

  private static TaskHandle handle(int number) {
    return new TaskHandle("toapis", Integer.toString(number));
  }
}
