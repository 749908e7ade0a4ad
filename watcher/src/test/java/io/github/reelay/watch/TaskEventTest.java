package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be an event, and what a slow subscriber takes of those of a download. */
class TaskEventTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");
  private static final Path FILE = Path.of("a.mp4");
  private static final VideoTask EXPIRED =
      VideoTask.builder("toapis", "t-1", new TaskState.Expired()).build();
  private static final Outcome FINISHED = new Outcome.Finished(EXPIRED);

  static Stream<Outcome> othersThanSuspended() {
    return Stream.of(
        FINISHED,
        new Outcome.Unfinished(TASK, null, Instant.EPOCH),
        new Outcome.Refused(TASK, denial(), true));
  }

  private static Failure denial() {
    return Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY).httpStatus(404).build();
  }

  @ParameterizedTest
  @MethodSource("othersThanSuspended")
  void onlyWhatMayGoOnSuspendsAWait(Outcome outcome) {
    assertThatThrownBy(() -> new TaskEvent.Suspended(outcome, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "toapis:t-1: expected an outcome that suspends the wait, found " + outcome.kind());
  }

  @ParameterizedTest
  @CsvSource({"-7,10", "-1,-1", "0,-2"})
  void aDownloadHasNoNegativeBytes(long bytes, long total) {
    assertThatThrownBy(() -> new TaskEvent.DownloadProgress(TASK, bytes, total))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:t-1: expected bytes of zero or more, found " + bytes + " of " + total);
  }

  @Test
  void nothingIsNull() {
    assertThatThrownBy(() -> new TaskEvent.Changed(TASK, null)).hasMessage("result");
    assertThatThrownBy(() -> new TaskEvent.DownloadStarted(TASK, null)).hasMessage("file");
    assertThatThrownBy(() -> new TaskEvent.DownloadEnded(null)).hasMessage("outcome");
    assertThatThrownBy(() -> new TaskEvent.FollowUpFailed(FINISHED, null)).hasMessage("failure");
  }

  private static List<TaskEvent> reported() {
    return List.of(
        new TaskEvent.Changed(TASK, new QueryResult.Found(EXPIRED)),
        new TaskEvent.Ended(FINISHED),
        new TaskEvent.DownloadStarted(TASK, FILE),
        new TaskEvent.DownloadProgress(TASK, 1, 2),
        new TaskEvent.DownloadProgress(TASK, 2, 2),
        new TaskEvent.DownloadEnded(
            new DownloadOutcome.Saved(TASK, FILE, 2, "0".repeat(64), false)),
        new TaskEvent.FollowUpFailed(FINISHED, new IOException("on purpose")));
  }

  @Test
  void everybodyWhoKeepsUpHearsAllOfADownload() {
    EventPublisher events = new EventPublisher(Runnable::run);
    EventCollector quick = new EventCollector(Long.MAX_VALUE);
    events.subscribe(quick);
    List<TaskEvent> all = reported();

    for (TaskEvent event : all) {
      events.put(event);
      events.flush();
    }

    assertThat(quick.events).isEqualTo(all);
  }

  @Test
  void aSlowSubscriberHearsTheLastOfADownloadAndEveryFailure() {
    EventPublisher events = new EventPublisher(Runnable::run);
    EventCollector slow = new EventCollector(0);
    events.subscribe(slow);
    for (int i = 0; i < 10_000; i++) {
      reported().forEach(events::put);
    }
    events.flush();

    slow.subscription.request(Long.MAX_VALUE);

    assertThat(slow.events.subList(0, 4))
        .extracting(TaskEvent::kind)
        .containsExactly(
            TaskEvent.Kind.CHANGED,
            TaskEvent.Kind.ENDED,
            TaskEvent.Kind.DOWNLOAD_ENDED,
            TaskEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(slow.events).hasSize(40_000);
  }
}
