package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
class LiveBoardTest {
  private static final TaskHandle A = new TaskHandle("toapis", "a");
  private static final TaskHandle B = new TaskHandle("toapis", "b");

  private final Terminal terminal = new Terminal();
  private final Vt vt = new Vt(60, 6);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LiveBoard board() {
    terminal.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    terminal.screen = () -> new ScreenSize(60, 6);
    return new LiveBoard(terminal.surroundings(out, vt));
  }

  @Test
  void changesALineInPlace() {
    try (LiveBoard board = board()) {
      board.begin(List.of(A, B));
      board.paint();
      board.show(A, new Stand("running 9 %", 9));
      board.paint();
      board.show(A, new Stand("running 10 %", 10));
      board.paint();

      assertThat(vt.lines())
          .containsExactly(
              "toapis:a  running 10 %, 0:00",
              "toapis:b  waiting, 0:00", "0 of 2 ended, 1 running, 1 waiting, 0:00");
    }
  }

  @Test
  void leavesOneLineOfATaskThatHasEnded() {
    try (LiveBoard board = board()) {
      board.begin(List.of(A, B));
      board.paint();
      board.end(A, "toapis:a: the task was cancelled");
      board.show(B, new Stand("succeeded", null));
      board.paint();
      board.end(B, null);
    }

    assertThat(vt.lines())
        .containsExactly("toapis:a: the task was cancelled", "toapis:b: succeeded");
  }

  @Test
  void makesRoomForAResult() {
    try (LiveBoard board = board()) {
      board.begin(List.of(A));
      board.paint();
      board.say("said before");
      board.result("{}");

      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{}\n");
      assertThat(vt.lines()).containsExactly("said before", "toapis:a  waiting, 0:00");
    }
  }

  @Test
  void copesWithMoreTasksThanLines() {
    List<TaskHandle> many = new ArrayList<>();
    for (int i = 100; i < 200; i++) {
      many.add(new TaskHandle("toapis", "task-" + i));
    }
    try (LiveBoard board = board()) {
      board.begin(many);
      board.paint();
      for (TaskHandle task : many) {
        board.show(task, new Stand("queued", null));
        board.paint();
      }

      assertThat(vt.lines())
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
    terminal.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    terminal.screen = () -> new ScreenSize(12, 6);
    Vt narrow = new Vt(12, 6);
    try (LiveBoard board = new LiveBoard(terminal.surroundings(out, narrow))) {
      board.begin(List.of(A, B));
      board.paint();

      assertThat(narrow.lines()).containsExactly("toapis:a  w", "toapis:b  w", "0 of 2 ende");
    }
  }

  @Test
  void drawsAnewWhenTheWindowHasChanged() {
    terminal.clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    ScreenSize[] size = {new ScreenSize(60, 6)};
    terminal.screen = () -> size[0];
    Vt window = new Vt(60, 6);
    try (LiveBoard board = new LiveBoard(terminal.surroundings(out, window))) {
      board.begin(List.of(A));
      board.paint();
      size[0] = new ScreenSize(15, 6);
      board.paint();

      assertThat(window.lines()).containsExactly("toapis:a  waiting, 0:00", "toapis:a  wait");
    }
  }

  @Test
  void showsNothingAfterItsEnd() {
    LiveBoard board = board();
    board.begin(List.of(A));
    board.paint();
    board.close();
    board.paint();

    assertThat(vt.lines()).isEmpty();
  }
}
