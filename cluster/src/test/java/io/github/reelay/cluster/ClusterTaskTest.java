package io.github.reelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.cluster.internal.store.TaskEnd;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTaskTest {
  private static final TaskHandle TASK = new TaskHandle("toapis", "t-1");
  private static final TaskHandle OTHER = new TaskHandle("toapis", "t-2");
  private static final Instant NOW = Instant.EPOCH;

  private static Outcome unfinished(TaskHandle handle) {
    return new Outcome.Unfinished(handle, null, NOW);
  }

  private static ClusterTask task(
      ClusterTaskState state, @Nullable Integer progress, @Nullable Outcome outcome) {
    return new ClusterTask(TASK, NOW, state, null, progress, null, NOW, outcome);
  }

  @Test
  void hasAnOutcomeOnceItHasEnded() {
    assertThat(task(ClusterTaskState.OPEN, 100, null).isOpen()).isTrue();
    assertThat(task(ClusterTaskState.GAVE_UP, 0, unfinished(TASK)).isOpen()).isFalse();
    assertThatThrownBy(() -> task(ClusterTaskState.FINISHED, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an outcome exactly where the wait has ended, found none with state FINISHED");
    assertThatThrownBy(() -> task(ClusterTaskState.OPEN, null, unfinished(TASK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected an outcome exactly where the wait has ended, found UNFINISHED with state"
                + " OPEN");
  }

  @Test
  void theOutcomeIsItsOwn() {
    assertThatThrownBy(() -> task(ClusterTaskState.GAVE_UP, null, unfinished(OTHER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected what is known of toapis:t-1, found toapis:t-2");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aProgressIsAPercentage(int progress) {
    assertThatThrownBy(() -> task(ClusterTaskState.OPEN, progress, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected progressPercent from 0 to 100, found " + progress);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aProgressThatAnotherVersionWroteIsUnknown(int progress) {
    TaskRow row = new TaskRow(TASK, NOW, "running", progress, TaskEnd.GAVE_UP, "{}", NOW);

    assertThat(ClusterTask.of(row).progressPercent()).isNull();
  }
}
