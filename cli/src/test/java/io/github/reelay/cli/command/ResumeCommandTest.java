package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {
  private static final TaskHandle TASK = new TaskHandle("22codex", "sora-2:task_1");

  @Test
  void namesWhatIsLeftAndTheOptionsThatWereGiven() {
    ResumeCommand command =
        new ResumeCommand("watch")
            .with("--every", "1s")
            .with("--download", (String) null)
            .with("--json", true)
            .with("--allow-private-addresses", false);

    assertThat(command.of(List.of(TASK))).isEqualTo("reelay watch --every 1s --json " + TASK);
  }

  @Test
  void leavesTheHandlesToTheFileThatHoldsThem() {
    ResumeCommand command = new ResumeCommand("watch").with("--state", "s").withoutHandles(true);

    assertThat(command.of(List.of(TASK))).isEqualTo("reelay watch --state s");
  }

  @Test
  void quotesWhatAShellWouldTakeApart() {
    ResumeCommand command = new ResumeCommand("watch").with("--state", "my file's");

    assertThat(command.of(List.of(new TaskHandle("toapis", "a b;$(c)"))))
        .isEqualTo("reelay watch --state 'my file'\\''s' 'toapis:a b;$(c)'");
  }
}
