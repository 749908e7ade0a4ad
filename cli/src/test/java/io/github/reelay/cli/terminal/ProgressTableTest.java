package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTableTest {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  private final ProgressTable table = new ProgressTable(START);

  private void put(String id, String words, Integer percent, long second) {
    table.put(task(id), new TaskProgress(words, percent), START.plusSeconds(second));
  }

  private static TaskHandle task(String id) {
    return new TaskHandle("toapis", id);
  }

  @Test
  void showsOneTaskWithoutASummary() {
    put("a", "running 40 %", 40, 0);

    assertThat(table.lines(80, 24, START.plusSeconds(65)))
        .containsExactly("toapis:a  [########------------]  running 40 %, 1:05");
  }

  @Test
  void countsTheTimeOfAStateFromItsBeginning() {
    put("a", "queued", null, 0);
    put("a", "running 1 %", 1, 10);
    put("a", "running 99 %", 99, 20);

    assertThat(table.lines(60, 24, START.plusSeconds(3_700)))
        .containsExactly("toapis:a  running 99 %, 1:01:30");
  }

  @Test
  void alignsTheTasksInTheirOrderAndSumsThemUp() {
    put("first", "running 10 %", 10, 0);
    put("b", "queued", null, 0);
    put("c", "queued", null, 0);
    put("first", "running 20 %", 20, 1);
    table.end(task("c"));

    assertThat(table.lines(60, 24, START.plusSeconds(2)))
        .containsExactly(
            "toapis:first  running 20 %, 0:02",
            "toapis:b      queued, 0:02", "1 of 3 ended, 1 queued, 1 running, 0:02");
  }

  @Test
  void showsThoseThatChangedLastIfThereIsNoRoomForAll() {
    for (String id : new String[] {"a", "b", "c", "d"}) {
      put(id, "queued", null, 0);
    }
    put("b", "downloading, 1 kB", null, 0);

    assertThat(table.lines(60, 3, START))
        .containsExactly(
            "toapis:b  downloading, 1 kB, 0:00",
            "toapis:d  queued, 0:00",
            "0 of 4 ended, 1 downloading, 3 queued, 2 not shown, 0:00");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "0, 0"})
  void needsNoMoreLinesThanThereAre(int height, int lines) {
    put("a", "queued", null, 0);
    put("b", "queued", null, 0);

    assertThat(table.lines(60, height, START)).hasSize(lines);
  }

  @Test
  void cutsALongHandleInItsMiddle() {
    put("task_0123456789abcdefghij", "queued", null, 0);

    assertThat(table.lines(52, 24, START)).containsExactly("toapis…fghij  queued, 0:00");
  }

  @Test
  void saysWhereATaskStoodThatHasEnded() {
    put("a", "succeeded", null, 0);

    assertThat(table.end(task("a"))).isEqualTo(new TaskProgress("succeeded", null));
    assertThat(table.end(task("a"))).isNull();
  }
}
