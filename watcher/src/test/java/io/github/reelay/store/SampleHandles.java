package io.github.reelay.store;

import io.github.reelay.task.TaskHandle;
import java.util.List;
import java.util.stream.IntStream;

/** Handles to try stores with. */
final class SampleHandles {
  static final TaskHandle FIRST = TaskHandle.parse("toapis:task_1");
  static final TaskHandle SECOND = TaskHandle.parse("22codex:sora-2:abc");
  static final TaskHandle THIRD = TaskHandle.parse("xingchaoyiqing:9f3a");

  private SampleHandles() {}

  /** Handles whose numbers run from one, included, to another, not included. */
  static List<TaskHandle> numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> new TaskHandle("toapis", "task_" + i)).toList();
  }

  /** How many bytes a line takes in a journal, with its end. */
  static int length(JournalLine line) {
    JournalEncoder buffer = new JournalEncoder();
    buffer.add(line.opened(), line.handle());
    return buffer.length();
  }
}
