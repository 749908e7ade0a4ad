package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the browser receives. */
@Timeout(60)
class PageEventsTest {
  private final WatchPage page =
      WatchPage.builder(Samples.providers()).openShown(3).endedShown(2).start();
  private final Browser browser = new Browser(page.url());

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void reportsAllAtTheBeginningAndThenWhatChanges() throws IOException {
    page.expect(List.of(Samples.handle("task_1")));
    try (Browser.Events events = browser.events()) {
      assertThat(events.until("event: providers"))
          .contains("\"first\":true", "\"keep\":2,\"full\":false", "\"state\":\"waiting\"");

      page.on(Samples.running("task_1", 40));
      assertThat(events.until("\"progress\":40"))
          .contains("\"first\":false", "\"state\":\"running\"");

      page.on(Samples.failed("task_1", "E1", "out of paint"));
      assertThat(events.until("\"advice\""))
          .contains(
              "\"state\":\"failed\",\"open\":false",
              "\"failure\":{\"kind\":\"generation-failed\",\"code\":\"E1\",\"message\":\"out of"
                  + " paint\"");

      page.close();
      assertThat(events.until("event: end")).isNotEmpty();
    }
  }

  @Test
  void showsSuspendedWaitsAndThoseThatGoOn() throws IOException {
    Failure failure = Failure.unreachable("the connection was refused");
    Outcome outcome = new Outcome.Unreachable(Samples.handle("task_1"), failure);
    page.on(new TaskEvent.Suspended(outcome, Instant.ofEpochMilli(1_800_000_000_000L)));
    try (Browser.Events events = browser.events()) {
      assertThat(events.until("event: providers"))
          .contains(
              "\"state\":\"suspended\"",
              "\"next\":1800000000000",
              "\"diagnosis\":\"the connection was refused\"");

      page.on(new TaskEvent.Resumed(Samples.handle("task_1")));
      assertThat(events.until("\"rows\"")).isNotEmpty();
      assertThat(events.until("event: providers"))
          .contains("\"state\":\"waiting\"")
          .doesNotContain("refused");
    }
  }

  @Test
  void keepsTheLastEndsAndSaysThatThereAreMoreOpenTasks() throws IOException {
    for (int i = 1; i <= 4; i++) {
      page.on(Samples.running("open_" + i, i));
      page.on(Samples.failed("ended_" + i, "E", "no"));
    }
    try (Browser.Events events = browser.events()) {
      assertThat(events.until("event: providers"))
          .contains("open_1", "open_2", "open_3", "ended_3", "ended_4", "\"full\":true")
          .doesNotContain("open_4", "\"ended_1", "\"ended_2");
      assertThat(events.until("\n\n")).contains("\"ended\":[{\"kind\":\"failed\",\"count\":4}]");
    }
  }

  @Test
  void reportsHowDownloadsStand() throws IOException {
    page.downloads().progress(Samples.handle("early"), 5, 10);
    page.on(Samples.running("early", 1));
    page.on(Samples.running("task_2", 2));
    page.downloads()
        .ended(
            new DownloadOutcome.NotSaved(
                Samples.handle("task_2"),
                Path.of("secret-folder/a.mp4"),
                new DownloadFailure(
                    DownloadFailureKind.TOO_LARGE, "expected less, found more", null, null)));
    page.downloads().progress(Samples.handle("never-seen"), 1, 2);
    try (Browser.Events events = browser.events()) {
      assertThat(events.until("event: providers"))
          .contains(
              "\"download\":{\"state\":\"running\",\"bytes\":5,\"total\":10}",
              "\"download\":{\"state\":\"failed\",\"bytes\":0,\"message\":\"expected less, found"
                  + " more\"}")
          .doesNotContain("secret-folder", "never-seen");
    }
  }

  @Test
  void countsQueriesAndFindings() throws IOException {
    VideoTask task =
        VideoTask.builder("toapis", "task_1", new TaskState.Running())
            .findings(List.of(new Finding(Finding.Kind.ENVELOPED, "/data", "in a data member")))
            .build();
    for (int i = 0; i < 3; i++) {
      page.telemetry().queryStarted("toapis").ended(new QueryResult.Found(task));
    }
    page.telemetry()
        .queryStarted("toapis")
        .ended(new QueryResult.Failed(Samples.handle("task_1"), Failure.unreachable("no route")));
    page.telemetry()
        .queryPlanned(Samples.handle("task_1"), Instant.ofEpochSecond(2_000_000), Instant.MAX);
    try (Browser.Events events = browser.events()) {
      assertThat(events.until("event: providers")).contains("\"next\":2000000000");
      assertThat(events.until("\n\n"))
          .contains(
              "\"name\":\"toapis\",\"queries\":4",
              "\"failures\":[{\"kind\":\"unreachable\",\"count\":1}]",
              "\"findings\":[{\"kind\":\"enveloped\",\"count\":3}]");
    }
  }

  @Test
  void noUrlIsSentWholeAndNoTextCanEndALine() throws IOException {
    String evil = "<img src=x onerror=alert(1)></script>\n\nevent: end\ndata: {}";
    page.on(Samples.succeeded("done", "https://files.example/t.png?sig=SIGNED"));
    page.on(
        Samples.failed(
            "task_<b>1</b>",
            evil,
            evil
                + " see https://user:pw@host.example/a?sig=SIGNED and \u202e and"
                + " wss:\\/\\/k.example\\/S"));
    try (Browser.Events events = browser.events()) {
      assertThat(events.until("event: providers"))
          .contains(
              "task_<b>1</b>",
              "onerror=alert(1)></script>\\\\u000a",
              "see https://host.example/…",
              " and wss://k.example/…",
              "\"thumbnail\":true")
          .doesNotContain("SIGNED", "user:pw", "files.example", "\nevent: end", "\u202e");
    }
  }
}
