package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectedTest {
  private static final TaskHandle TASK = new TaskHandle("toapis", "t-1");
  private static final Map<TaskHandle, Path> SAVED = Map.of(TASK, Path.of("a.mp4"));
  private static final Map<TaskHandle, NotCollected> OPEN =
      Map.of(TASK, new NotCollected(new Outcome.Unfinished(TASK, null, Instant.EPOCH), null));

  @Test
  void isCompleteOnceEachVideoIsSaved() {
    assertThat(new Collected(SAVED, Map.of(), Map.of()).isComplete()).isTrue();
    assertThat(new Collected(Map.of(), Map.of(), OPEN).isComplete()).isFalse();
  }

  @Test
  void aTaskIsInOneOfTheMaps() {
    String message = "expected each task in one of the maps, found toapis:t-1 in two";

    assertThatThrownBy(() -> new Collected(SAVED, OPEN, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> new Collected(SAVED, Map.of(), OPEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> new Collected(Map.of(), OPEN, OPEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
