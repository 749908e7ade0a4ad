package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;

/** The numbers of each provider's rules, copied from the documents. */
final class DocumentedNumbers {
  private DocumentedNumbers() {}

  static Duration interval(TaskHandle task) {
    return Duration.ofSeconds(task.provider().equals("xingchaoyiqing") ? 30 : 10);
  }

  /** From the submission to the first query. */
  static Duration firstQuery(TaskHandle task) {
    return Duration.ofSeconds(task.provider().equals("toapis") ? 5 : 0);
  }

  /** How long after it was added a task is waited for at least. */
  static Duration givesUpAfter(SimulatedTask simulatedTask) {
    Duration all =
        Duration.ofMinutes(
            switch (simulatedTask.handle().provider()) {
              case "toapis" -> 10;
              case "xingchaoyiqing" -> 16;
              default -> 15;
            });
    return simulatedTask.age() == null ? all : all.minus(simulatedTask.age());
  }
}
