package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener.WaitResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A wait for a task that has ended has the result of the same name. */
class WaitResultTest {
  @ParameterizedTest
  @EnumSource
  void isThatOfTheStatusThatEndsATask(TaskStatus status) {
    if (status.terminal()) {
      assertThat(ResultHandler.result(status))
          .extracting(WaitResult::jsonName)
          .isEqualTo(status.jsonName());
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ResultHandler.result(status))
          .withMessage("expected the status of a task that has ended, found " + status.jsonName());
    }
  }
}
