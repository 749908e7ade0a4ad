package io.github.reelay.integration;

// snippet:first-program
import io.github.reelay.Reelay;
import io.github.reelay.task.TaskState;

class FirstProgram {
  public static void main(String... args) { // such as toapis:task_01K9S419324DREZFBWNSVXYR6H
    try (Reelay reelay = Reelay.fromEnvironment()) { // reads REELAY_TOAPIS_API_KEY and so on
      TaskState state = reelay.query(args[0]).state();
      System.out.println(state.status().jsonName());
      if (state instanceof TaskState.Succeeded succeeded) {
        System.out.println(succeeded.video().url());
      }
    }
  }
}
// end
