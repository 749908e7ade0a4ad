package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
  void aResultHasTheDownloadsOfItsTask() {
    Outcome outcome = new Outcome.Unfinished(TASK, null, Instant.EPOCH);
    DownloadOutcome other =
        new DownloadOutcome.Saved(
            new TaskHandle("toapis", "t-2"), Path.of("a.mp4"), 1, "0".repeat(64), false);

    assertThatThrownBy(() -> new TaskResult(outcome, List.of(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected downloads of toapis:t-1, found one of toapis:t-2");
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
