package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;

/** The numbers of each provider's rules, copied from the documents. */
final class Numbers {
  private Numbers() {}

  static Duration interval(TaskHandle task) {
    return Duration.ofSeconds(task.provider().equals("xingchaoyiqing") ? 30 : 10);
  }

  /** From the submission to the first query. */
  static Duration firstQuery(TaskHandle task) {
    return Duration.ofSeconds(task.provider().equals("toapis") ? 5 : 0);
  }

  /** How long after it was added a task is waited for at least. */
  static Duration givesUpAfter(Life life) {
    Duration all =
        Duration.ofMinutes(
            switch (life.handle().provider()) {
              case "toapis" -> 10;
              case "xingchaoyiqing" -> 16;
              default -> 15;
            });
    return life.age() == null ? all : all.minus(life.age());
  }
}
