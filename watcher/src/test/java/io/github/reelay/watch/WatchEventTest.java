package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.Reading;
import io.github.reelay.failure.Failure;
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
class WatchEventTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");
  private static final Path FILE = Path.of("a.mp4");
  private static final VideoTask EXPIRED =
      VideoTask.builder("toapis", "t-1", new TaskState.Expired()).build();
  private static final Outcome FINISHED = new Outcome.Finished(EXPIRED);

  static Stream<Outcome> othersThanSuspended() {
    return Stream.of(
        FINISHED,
        new Outcome.StillRunning(TASK, null, Instant.EPOCH),
        new Outcome.Refused(TASK, Failure.unreachable("on purpose"), true));
  }

  @ParameterizedTest
  @MethodSource("othersThanSuspended")
  void onlyWhatMayGoOnSuspendsAWait(Outcome outcome) {
    assertThatThrownBy(() -> new WatchEvent.Suspended(outcome, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "toapis:t-1: expected an outcome that suspends the wait, found " + outcome.kind());
  }

  @ParameterizedTest
  @CsvSource({"-7,10", "-1,-1", "0,-2"})
  void aDownloadHasNoNegativeBytes(long bytes, long total) {
    assertThatThrownBy(() -> new WatchEvent.DownloadProgress(TASK, bytes, total))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:t-1: expected bytes of zero or more, found " + bytes + " of " + total);
  }

  @Test
  void nothingIsNull() {
    assertThatThrownBy(() -> new WatchEvent.Changed(TASK, null)).hasMessage("reading");
    assertThatThrownBy(() -> new WatchEvent.DownloadStarted(TASK, null)).hasMessage("file");
    assertThatThrownBy(() -> new WatchEvent.DownloadEnded(null)).hasMessage("outcome");
    assertThatThrownBy(() -> new WatchEvent.FollowUpFailed(FINISHED, null)).hasMessage("failure");
  }

  private static List<WatchEvent> reported() {
    return List.of(
        new WatchEvent.Changed(TASK, new Reading.TaskSeen(EXPIRED)),
        new WatchEvent.Ended(FINISHED),
        new WatchEvent.DownloadStarted(TASK, FILE),
        new WatchEvent.DownloadProgress(TASK, 1, 2),
        new WatchEvent.DownloadProgress(TASK, 2, 2),
        new WatchEvent.DownloadEnded(
            new DownloadOutcome.Saved(TASK, FILE, 2, "0".repeat(64), false)),
        new WatchEvent.FollowUpFailed(FINISHED, new IOException("on purpose")));
  }

  @Test
  void everybodyWhoKeepsUpHearsAllOfADownload() {
    Events events = new Events(Runnable::run);
    Collector quick = new Collector(Long.MAX_VALUE);
    events.subscribe(quick);
    List<WatchEvent> all = reported();

    for (WatchEvent event : all) {
      events.put(event);
      events.flush();
    }

    assertThat(quick.events).isEqualTo(all);
  }

  @Test
  void aSlowSubscriberHearsTheLastOfADownloadAndEveryFailure() {
    Events events = new Events(Runnable::run);
    Collector slow = new Collector(0);
    events.subscribe(slow);
    for (int i = 0; i < 10_000; i++) {
      reported().forEach(events::put);
    }
    events.flush();

    slow.subscription.request(Long.MAX_VALUE);

    assertThat(slow.events.subList(0, 4))
        .extracting(WatchEvent::kind)
        .containsExactly(
            WatchEvent.Kind.CHANGED,
            WatchEvent.Kind.ENDED,
            WatchEvent.Kind.DOWNLOAD_ENDED,
            WatchEvent.Kind.FOLLOW_UP_FAILED);
    assertThat(slow.events).hasSize(40_000);
  }
}
