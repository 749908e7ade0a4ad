package io.github.reelay.cli.terminal;

import static io.github.reelay.cli.terminal.ExitStatus.DONE;
import static io.github.reelay.cli.terminal.ExitStatus.ENDED;
import static io.github.reelay.cli.terminal.ExitStatus.GAVE_UP;
import static io.github.reelay.cli.terminal.ExitStatus.REFUSED;
import static io.github.reelay.cli.terminal.ExitStatus.UNREADABLE;
import static io.github.reelay.cli.terminal.ExitStatus.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
  @Test
  void ofSeveralHandlesTheFirstOf245310Counts() {
    List<ExitStatus> left =
        new ArrayList<>(List.of(USAGE, REFUSED, UNREADABLE, GAVE_UP, ENDED, DONE));
    List<Integer> codes = new ArrayList<>();

    while (!left.isEmpty()) {
      List<ExitStatus> anyOrder = new ArrayList<>(left);
      Collections.reverse(anyOrder);
      codes.add(ExitStatus.first(anyOrder).code());
      left.remove(ExitStatus.first(anyOrder));
    }

    assertThat(codes).containsExactly(2, 4, 5, 3, 1, 0);
  }

  @Test
  void nothingToDoIsDone() {
    assertThat(ExitStatus.first(List.of())).isEqualTo(DONE);
  }
}
