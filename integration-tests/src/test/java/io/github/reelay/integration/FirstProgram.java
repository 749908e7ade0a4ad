package io.github.reelay.integration;

// snippet:first-program
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;

class FirstProgram {
  public static void main(String... args) { // such as toapis:task_01K9S419324DREZFBWNSVXYR6H
    try (Providers providers = Providers.discover()) { // REELAY_TOAPIS_API_KEY and so on
      TaskState state = providers.query(TaskHandle.parse(args[0])).taskOrThrow().state();
      System.out.println(state.status().jsonName());
      if (state instanceof TaskState.Succeeded succeeded) {
        System.out.println(succeeded.video().url());
      }
    }
  }
}
// end
