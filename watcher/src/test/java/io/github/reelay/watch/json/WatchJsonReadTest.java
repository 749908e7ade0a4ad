package io.github.reelay.watch.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchJsonReadTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:task_1");

  @Test
  void leavesOutResponseDiagnosisAndDenial() {
    RecordedResponse response = new RecordedResponse(404, Map.of(), new byte[0], null);
    Failure denial =
        Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY)
            .code("no_task")
            .httpStatus(404)
            .diagnosis("for people")
            .build();
    Outcome outcome =
        new Outcome.Refused(
            new QueryResult.Failed(TASK, denial.denyingTask()).withResponse(response), true);

    Outcome read = WatchJson.readOutcome(WatchJson.line(outcome));

    Failure rest =
        Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY)
            .code("no_task")
            .httpStatus(404)
            .build();
    assertThat(read).isEqualTo(new Outcome.Refused(TASK, rest, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          []               | one JSON object, found something else
          {'kind':nought   | one complete JSON object, found something else at line 1, column 9
          {}               | text at /kind, found nothing
          {'kind':'later'} | one of changed, suspended, resumed, ended, download-started, download-progress, download-ended, follow-up-failed at /kind, found a text
          {'kind':'resumed'} | text at /handle, found nothing
          {'kind':'resumed','handle':'t1'} | a handle such as toapis:task_123 at /handle, found a text
          {'kind':'resumed','handle':'T:1'} | a handle such as toapis:task_123 at /handle, found a text
          {'kind':'ended','handle':'p:1'} | an object at /outcome, found nothing
          {'kind':'ended','outcome':{'kind':'paused'}} | one of finished, unfinished, refused, unreachable at /outcome/kind, found a text
          {'kind':'ended','outcome':{'kind':'unfinished','handle':'p:1'}} | a time such as 2026-01-14T08:43:42Z at /outcome/nextQueryAt, found nothing
          {'kind':'ended','outcome':{'kind':'finished','handle':'p:1','lastResult':{'provider':'p','id':'2','status':'queued'}}} | a result of the task at handle at /outcome/lastResult, found an object
          {'kind':'ended','outcome':{'kind':'finished','handle':'p:1','lastResult':{'provider':'p','id':'1','failure':{'kind':'unreachable','origin':'transport','retry':'yes'}}}} | a result that shows the task at /outcome/lastResult, found an object
          {'kind':'ended','outcome':{'kind':'refused','handle':'p:1','lastResult':{'provider':'p','id':'1','status':'queued'}}} | a result that shows no task at /outcome/lastResult, found an object
          {'kind':'ended','outcome':{'kind':'refused','handle':'p:1','lastResult':{'provider':'p','id':'1','failure':{'kind':'unauthorized','origin':'relay','httpStatus':401,'retry':'no'}},'taskUnknown':true}} | false, unless the failure is a not-found at /outcome/taskUnknown, found true or false
          {'kind':'download-progress','handle':'p:1'} | a whole number of zero or more at /bytes, found nothing
          {'kind':'download-progress','handle':'p:1','bytes':-1} | a whole number from 0 to 9223372036854775807 at /bytes, found a number
          {'kind':'download-started','handle':'p:1','file':'\\u0000'} | a path of this system at /file, found a text
          {'kind':'download-ended','download':{'handle':'p:1','file':'a','failure':{'kind':'lost'}}} | one of no-video, provider, expired, gone, refused, bad-url, forbidden-address, too-many-redirects, not-a-video, too-large, unreachable, stalled, busy, disk, closed at /download/failure/kind, found a text
          {'kind':'ended','outcome':{'kind':'finished','handle':'p:1','lastResult':{'provider':'p','id':'1','status':'queued'}}} | a task that has ended, found it queued
          {'kind':'download-ended','download':{'handle':'p:1','file':'a','bytes':1,'sha256':'x'}} | a SHA-256 of 64 hexadecimal digits, found x
          """)
  void saysWhatIsWrongAndWhere(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WatchJson.readEvent(json.replace('\'', '"')))
        .withMessageEndingWith("expected " + message);
  }

  @Test
  void ignoresMembersOfALaterVersion() {
    String later = "{\"more\":[{}],\"kind\":\"resumed\",\"handle\":\"p:1\",\"again\":null}";

    assertThat(WatchJson.readEvent(later))
        .isEqualTo(new TaskEvent.Resumed(TaskHandle.parse("p:1")));
  }
}
