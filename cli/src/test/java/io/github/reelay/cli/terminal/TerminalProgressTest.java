package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.task.TaskHandle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TerminalProgressTest {
  private static final TaskHandle A = new TaskHandle("toapis", "a");
  private static final TaskHandle B = new TaskHandle("toapis", "b");

  private final CommandRunner runner = new CommandRunner();
  private final VirtualTerminal terminal = new VirtualTerminal(60, 6);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TerminalProgress display() {
    runner.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    runner.screen = () -> new ScreenSize(60, 6);
    return new TerminalProgress(runner.context(out, terminal));
  }

  @Test
  void changesALineInPlace() {
    try (TerminalProgress display = display()) {
      display.begin(List.of(A, B));
      display.paint();
      display.show(A, new TaskProgress("running 9 %", 9));
      display.paint();
      display.show(A, new TaskProgress("running 10 %", 10));
      display.paint();

      assertThat(terminal.lines())
          .containsExactly(
              "toapis:a  running 10 %, 0:00",
              "toapis:b  waiting, 0:00", "0 of 2 ended, 1 running, 1 waiting, 0:00");
    }
  }

  @Test
  void leavesOneLineOfATaskThatHasEnded() {
    try (TerminalProgress display = display()) {
      display.begin(List.of(A, B));
      display.paint();
      display.end(A, "toapis:a: the task was cancelled");
      display.show(B, new TaskProgress("succeeded", null));
      display.paint();
      display.end(B, null);
    }

    assertThat(terminal.lines())
        .containsExactly("toapis:a: the task was cancelled", "toapis:b: succeeded");
  }

  @Test
  void makesRoomForAResult() {
    try (TerminalProgress display = display()) {
      display.begin(List.of(A));
      display.paint();
      display.say("said before");
      display.result("{}");

      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{}\n");
      assertThat(terminal.lines()).containsExactly("said before", "toapis:a  waiting, 0:00");
    }
  }

  @Test
  void copesWithMoreTasksThanLines() {
    List<TaskHandle> many = new ArrayList<>();
    for (int i = 100; i < 200; i++) {
      many.add(new TaskHandle("toapis", "task-" + i));
    }
    try (TerminalProgress display = display()) {
      display.begin(many);
      display.paint();
      for (TaskHandle task : many) {
        display.show(task, new TaskProgress("queued", null));
        display.paint();
      }

      assertThat(terminal.lines())
          .containsExactly(
              "toapis:task-196  queued, 0:00",
              "toapis:task-197  queued, 0:00",
              "toapis:task-198  queued, 0:00",
              "toapis:task-199  queued, 0:00",
              "0 of 100 ended, 100 queued, 96 not shown, 0:00");
    }
  }

  @Test
  void neverWrapsALine() {
    runner.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    runner.screen = () -> new ScreenSize(12, 6);
    VirtualTerminal narrow = new VirtualTerminal(12, 6);
    try (TerminalProgress display = new TerminalProgress(runner.context(out, narrow))) {
      display.begin(List.of(A, B));
      display.paint();

      assertThat(narrow.lines()).containsExactly("toapis:a  w", "toapis:b  w", "0 of 2 ende");
    }
  }

  @Test
  void redrawsWhenTheWindowHasChanged() {
    runner.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    ScreenSize[] size = {new ScreenSize(60, 6)};
    runner.screen = () -> size[0];
    VirtualTerminal window = new VirtualTerminal(60, 6);
    try (TerminalProgress display = new TerminalProgress(runner.context(out, window))) {
      display.begin(List.of(A));
      display.paint();
      size[0] = new ScreenSize(15, 6);
      display.paint();

      assertThat(window.lines()).containsExactly("toapis:a  waiting, 0:00", "toapis:a  wait");
    }
  }

  @Test
  void showsNothingAfterItsEnd() {
    TerminalProgress display = display();
    display.begin(List.of(A));
    display.paint();
    display.close();
    display.paint();

    assertThat(terminal.lines()).isEmpty();
  }
}
