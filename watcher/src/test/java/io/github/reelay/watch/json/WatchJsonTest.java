package io.github.reelay.watch.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.download.NotSavedException;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WatchJsonTest {
  private static final TaskHandle TASK = TaskHandle.parse("22codex:sora-2:task_1");
  private static final Instant NEXT = Instant.parse("2026-01-14T08:43:42.000000001Z");
  private static final String RUNNING =
      "{'provider':'22codex','id':'sora-2:task_1','status':'running','terminal':false,"
          + "'findings':[]}";
  private static final String LIMITED =
      "{'provider':'22codex','id':'sora-2:task_1','failure':{'kind':'rate-limited',"
          + "'origin':'relay','message':'slow \\u202e down','httpStatus':429,'retry':'yes'},"
          + "'findings':[]}";
  private static final String UNFINISHED =
      "{'kind':'unfinished','handle':'22codex:sora-2:task_1','lastResult':"
          + RUNNING
          + ",'nextQueryAt':'2026-01-14T08:43:42.000000001Z'}";
  private static final String REFUSED =
      "{'kind':'refused','handle':'22codex:sora-2:task_1','lastResult':"
          + LIMITED
          + ",'taskUnknown':false}";
  private static final String NOT_SAVED =
      "{'handle':'22codex:sora-2:task_1','file':'a b.mp4','failure':{'kind':'provider',"
          + "'message':'no URL','provider':{'kind':'rate-limited','origin':'relay',"
          + "'message':'slow \\u202e down','httpStatus':429,'retry':'yes'}}}";

  static Stream<Arguments> outcomes() {
    Video video = Video.at(URI.create("https://v.example/1?sig=a%2Fb")).build();
    VideoTask done =
        VideoTask.builder("22codex", TASK.id(), new TaskState.Succeeded(video, List.of()))
            .findings(List.of(new Finding(Finding.Kind.ENVELOPED, "/data", "why")))
            .build();
    return Stream.of(
        Arguments.of(
            new Outcome.Finished(done),
            "{'kind':'finished','handle':'22codex:sora-2:task_1','lastResult':{"
                + "'provider':'22codex','id':'sora-2:task_1','status':'succeeded',"
                + "'terminal':true,'video':{'url':'https://v.example/1?sig=a%2Fb'},"
                + "'findings':[{'kind':'enveloped','pointer':'/data','detail':'why'}]}}"),
        Arguments.of(unfinished(), UNFINISHED),
        Arguments.of(
            new Outcome.Unfinished(TASK, null, Instant.EPOCH),
            "{'kind':'unfinished','handle':'22codex:sora-2:task_1',"
                + "'nextQueryAt':'1970-01-01T00:00:00Z'}"),
        Arguments.of(refused(), REFUSED),
        Arguments.of(
            new Outcome.Refused(TASK, gone(), true),
            "{'kind':'refused','handle':'22codex:sora-2:task_1','lastResult':{"
                + "'provider':'22codex','id':'sora-2:task_1','failure':{'kind':'not-found',"
                + "'origin':'relay','httpStatus':404,'retry':'no'},'findings':[]},"
                + "'taskUnknown':true}"),
        Arguments.of(
            new Outcome.Unreachable(TASK, limited()),
            "{'kind':'unreachable','handle':'22codex:sora-2:task_1','lastResult':"
                + LIMITED
                + "}"));
  }

  static Stream<Arguments> events() {
    String begin = "'handle':'22codex:sora-2:task_1'";
    return Stream.of(
        Arguments.of(
            new TaskEvent.Changed(TASK, new QueryResult.Found(running())),
            "{'kind':'changed'," + begin + ",'result':" + RUNNING + "}"),
        Arguments.of(
            new TaskEvent.Changed(TASK, new QueryResult.Failed(TASK, limited())),
            "{'kind':'changed'," + begin + ",'result':" + LIMITED + "}"),
        Arguments.of(
            new TaskEvent.Suspended(refused(), NEXT),
            "{'kind':'suspended',"
                + begin
                + ",'outcome':"
                + REFUSED
                + ",'nextQueryAt':'2026-01-14T08:43:42.000000001Z'}"),
        Arguments.of(new TaskEvent.Resumed(TASK), "{'kind':'resumed'," + begin + "}"),
        Arguments.of(
            new TaskEvent.Ended(unfinished()),
            "{'kind':'ended'," + begin + ",'outcome':" + UNFINISHED + "}"),
        Arguments.of(
            new TaskEvent.DownloadStarted(TASK, Path.of("videos", "ä.mp4")),
            "{'kind':'download-started'," + begin + ",'file':'videos/ä.mp4'}"),
        Arguments.of(
            new TaskEvent.DownloadProgress(TASK, 7, Long.MAX_VALUE),
            "{'kind':'download-progress'," + begin + ",'bytes':7,'total':9223372036854775807}"),
        Arguments.of(
            new TaskEvent.DownloadProgress(TASK, 0, -1),
            "{'kind':'download-progress'," + begin + ",'bytes':0}"),
        Arguments.of(
            new TaskEvent.DownloadEnded(notSaved()),
            "{'kind':'download-ended'," + begin + ",'download':" + NOT_SAVED + "}"));
  }

  static Stream<Arguments> downloads() {
    String sha = "0123456789abcdef".repeat(4);
    String saved =
        "{'handle':'22codex:sora-2:task_1','file':'/v/1.mp4','bytes':0,'sha256':'" + sha + "'";
    return Stream.of(
        Arguments.of(
            new DownloadOutcome.Saved(TASK, Path.of("/v/1.mp4"), 0, sha, false), saved + "}"),
        Arguments.of(
            new DownloadOutcome.Saved(TASK, Path.of("/v/1.mp4"), 0, sha, true),
            saved + ",'alreadyThere':true}"),
        Arguments.of(notSaved(), NOT_SAVED),
        Arguments.of(
            new DownloadOutcome.NotSaved(
                TASK,
                Path.of("a"),
                new DownloadFailure(DownloadFailureKind.NOT_A_VIDEO, "a page", 200, null)),
            "{'handle':'22codex:sora-2:task_1','file':'a','failure':{'kind':'not-a-video',"
                + "'message':'a page','httpStatus':200}}"));
  }

  private static VideoTask running() {
    return VideoTask.builder("22codex", TASK.id(), new TaskState.Running()).build();
  }

  private static Failure limited() {
    return Failure.builder(FailureKind.RATE_LIMITED, Origin.RELAY)
        .message("slow \u202e down")
        .httpStatus(429)
        .build();
  }

  private static Failure gone() {
    return Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY).httpStatus(404).build();
  }

  private static Outcome.Unfinished unfinished() {
    return new Outcome.Unfinished(TASK, new QueryResult.Found(running()), NEXT);
  }

  private static Outcome.Refused refused() {
    return new Outcome.Refused(TASK, limited());
  }

  private static DownloadOutcome.NotSaved notSaved() {
    return new DownloadOutcome.NotSaved(
        TASK,
        Path.of("a b.mp4"),
        new DownloadFailure(DownloadFailureKind.PROVIDER, "no URL", null, limited()));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void writesEachOutcomeAndReadsItBack(Outcome outcome, String json) {
    assertThat(WatchJson.line(outcome)).isEqualTo(json.replace('\'', '"'));
    assertThat(WatchJson.readOutcome(WatchJson.line(outcome))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @MethodSource("events")
  void writesEachEventAndReadsItBack(TaskEvent event, String json) {
    assertThat(WatchJson.line(event)).isEqualTo(json.replace('\'', '"'));
    assertThat(WatchJson.readEvent(WatchJson.line(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("downloads")
  void writesEachEndOfADownloadAndReadsItBack(DownloadOutcome download, String json) {
    assertThat(WatchJson.line(download)).isEqualTo(json.replace('\'', '"'));
    assertThat(WatchJson.readDownload(WatchJson.line(download))).isEqualTo(download);
  }

  @Test
  void coversEveryKind() {
    assertThat(outcomes().map(each -> ((Outcome) each.get()[0]).kind()))
        .contains(Outcome.Kind.values());
    assertThat(events().map(each -> ((TaskEvent) each.get()[0]).kind()))
        .contains(without(TaskEvent.Kind.FOLLOW_UP_FAILED));
    assertThat(downloads().map(each -> ((DownloadOutcome) each.get()[0]).kind()))
        .contains(DownloadOutcome.Kind.values());
  }

  /** That one has an exception, which is equal to itself only. */
  private static TaskEvent.Kind[] without(TaskEvent.Kind one) {
    return Stream.of(TaskEvent.Kind.values())
        .filter(kind -> kind != one)
        .toArray(TaskEvent.Kind[]::new);
  }

  @Test
  void keepsTheDownloadOfAFollowUpThatDidNotSave() {
    TaskEvent event = new TaskEvent.FollowUpFailed(unfinished(), new NotSavedException(notSaved()));

    String line = WatchJson.line(event);
    TaskEvent.FollowUpFailed read = (TaskEvent.FollowUpFailed) WatchJson.readEvent(line);

    assertThat(line)
        .isEqualTo(
            ("{'kind':'follow-up-failed','handle':'22codex:sora-2:task_1','outcome':"
                    + UNFINISHED
                    + ",'failure':{'type':'io.github.reelay.download.NotSavedException',"
                    + "'message':'no URL'},'download':"
                    + NOT_SAVED
                    + "}")
                .replace('\'', '"'));
    assertThat(read.outcome()).isEqualTo(unfinished());
    assertThat(((NotSavedException) read.failure()).outcome()).isEqualTo(notSaved());
    assertThat(WatchJson.line(read)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "disk full, '{\"type\":\"java.io.IOException\",\"message\":\"disk full\"}'",
    ", '{\"type\":\"java.io.IOException\"}'"
  })
  void keepsClassAndMessageOfAnotherException(@Nullable String message, String json) {
    Throwable failure = new IOException(message);
    TaskEvent event = new TaskEvent.FollowUpFailed(refused(), failure);

    String line = WatchJson.line(event);
    TaskEvent.FollowUpFailed read = (TaskEvent.FollowUpFailed) WatchJson.readEvent(line);

    assertThat(line).endsWith(",\"failure\":" + json + "}");
    assertThat(read.failure()).hasToString(failure.toString()).hasMessage(message);
    assertThat(WatchJson.line(read)).isEqualTo(line);
  }
}
