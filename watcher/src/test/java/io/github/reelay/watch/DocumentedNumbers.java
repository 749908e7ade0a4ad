package io.github.reelay.watch;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;

/** The numbers of each provider's rules, copied from the documents where they were copied. */
final class DocumentedNumbers {
  private DocumentedNumbers() {}

  static Duration interval(TaskHandle task) {
    return switch (task.provider()) {
      case "xingchaoyiqing" -> Duration.ofSeconds(30);
      case "toapis", "22codex" -> Duration.ofSeconds(10);
      default -> polling(task).interval();
    };
  }

  /** From the submission to the first query. */
  static Duration firstQuery(TaskHandle task) {
    return switch (task.provider()) {
      case "toapis" -> Duration.ofSeconds(5);
      case "xingchaoyiqing", "22codex" -> Duration.ZERO;
      default -> polling(task).initialDelay();
    };
  }

  /** How long after it was added a task is waited for at least. */
  static Duration givesUpAfter(SimulatedTask simulatedTask) {
    TaskHandle task = simulatedTask.handle();
    Duration all =
        switch (task.provider()) {
          case "toapis" -> Duration.ofMinutes(10);
          case "xingchaoyiqing" -> Duration.ofMinutes(16);
          case "22codex" -> Duration.ofMinutes(15);
          default -> polling(task).timeout();
        };
    return simulatedTask.age() == null ? all : all.minus(simulatedTask.age());
  }

  /** Of a provider whose numbers were not copied; of a twin those of 22codex. */
  private static PollingDefaults polling(TaskHandle task) {
    String name = ScriptedProviders.names().contains(task.provider()) ? task.provider() : "22codex";
    return Dialect.named(name).profile().polling();
  }
}
