package io.github.reelay.contracttests.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.json.WatchJson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas in the watcher's jar describe what is written of outcomes, events and downloads. */
class WatchSchemaTest {
  private static final String TASK = "'provider':'toapis','id':'t1','status':";
  private static final String DONE =
      "{" + TASK + "'cancelled','terminal':true,'progressPercent':7,'findings':[]}";
  private static final String RUNNING =
      "{" + TASK + "'running','terminal':false,'model':'m','findings':[]}";
  private static final String FAILURE =
      "{'kind':'unauthorized','origin':'relay','httpStatus':401,'retry':'no'}";
  private static final String FAILED =
      "{'provider':'toapis','id':'t1','failure':" + FAILURE + ",'findings':[]}";
  private static final String FINISHED = outcome("finished", ",'lastResult':" + DONE);
  private static final String REFUSED =
      outcome("refused", ",'lastResult':" + FAILED + ",'taskUnknown':false");
  private static final String NOT_SAVED =
      "{'handle':'toapis:t1','file':'a.mp4','failure':{'kind':'provider','message':'none',"
          + "'httpStatus':403,'provider':"
          + FAILURE
          + "}}";
  private static final String SAVED =
      "{'handle':'toapis:t1','file':'a.mp4','bytes':9,'sha256':'"
          + "0".repeat(64)
          + "','alreadyThere':true}";

  private static String outcome(String kind, String members) {
    return "{'kind':'" + kind + "','handle':'toapis:t1'" + members + "}";
  }

  static Stream<String> outcomes() {
    String next = ",'nextQueryAt':'2026-01-14T08:43:42.000000001Z'";
    return Stream.of(
            FINISHED,
            outcome("unfinished", ",'lastResult':" + RUNNING + next),
            outcome("unfinished", next),
            REFUSED,
            outcome("unreachable", ",'lastResult':" + FAILED))
        .map(WatchSchemaTest::json);
  }

  static Stream<String> events() {
    String next = ",'nextQueryAt':'2026-01-14T08:43:42Z'";
    String failure = ",'failure':{'type':'java.io.IOException','message':'m'}";
    String notSaved =
        ",'failure':{'type':'io.github.reelay.download.NotSavedException','message':'none'}"
            + ",'download':"
            + NOT_SAVED;
    return Stream.of(
            outcome("changed", ",'result':" + FAILED),
            outcome("suspended", ",'outcome':" + REFUSED + next),
            outcome("resumed", ""),
            outcome("ended", ",'outcome':" + FINISHED),
            outcome("download-started", ",'file':'a.mp4'"),
            outcome("download-progress", ",'bytes':0,'total':9"),
            outcome("download-progress", ",'bytes':0"),
            outcome("download-ended", ",'download':" + SAVED),
            outcome("follow-up-failed", ",'outcome':" + FINISHED + failure),
            outcome("follow-up-failed", ",'outcome':" + FINISHED + notSaved))
        .map(WatchSchemaTest::json);
  }

  static Stream<String> downloads() {
    return Stream.of(SAVED, SAVED.replace(",'alreadyThere':true", ""), NOT_SAVED)
        .map(WatchSchemaTest::json);
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void describesEachOutcomeThatIsWritten(String line) {
    assertThat(WatchJson.line(WatchJson.readOutcome(line))).isEqualTo(line);
    assertThat(WatchSchemas.errors(WatchJson.OUTCOME_SCHEMA, line)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void describesEachEventThatIsWritten(String line) {
    assertThat(WatchJson.line(WatchJson.readEvent(line))).isEqualTo(line);
    assertThat(WatchSchemas.errors(WatchJson.EVENT_SCHEMA, line)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("downloads")
  void describesEachEndOfADownloadThatIsWritten(String line) {
    assertThat(WatchJson.line(WatchJson.readDownload(line))).isEqualTo(line);
    assertThat(WatchSchemas.errors(WatchJson.DOWNLOAD_SCHEMA, line)).isEmpty();
  }

  @Test
  void listsEveryKind() {
    assertThat(WatchSchemas.words(WatchJson.OUTCOME_SCHEMA, "/properties/kind"))
        .isEqualTo(jsonNames(Outcome.Kind.values()));
    assertThat(WatchSchemas.words(WatchJson.EVENT_SCHEMA, "/properties/kind"))
        .isEqualTo(jsonNames(TaskEvent.Kind.values()));
    assertThat(WatchSchemas.words(WatchJson.DOWNLOAD_SCHEMA, "/$defs/failure/properties/kind"))
        .isEqualTo(jsonNames(DownloadFailureKind.values()));
    assertThat(outcomes().map(WatchJson::readOutcome).map(Outcome::kind))
        .contains(Outcome.Kind.values());
    assertThat(events().map(WatchJson::readEvent).map(TaskEvent::kind))
        .contains(TaskEvent.Kind.values());
  }

  private static List<String> jsonNames(Enum<?>[] kinds) {
    return Arrays.stream(kinds).map(kind -> jsonName(kind.name())).toList();
  }

  private static String jsonName(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'kind':'finished','handle':'toapis:t1'} | required property 'lastResult' not found",
        "{'kind':'refused','handle':'toapis:t1'} | required property 'taskUnknown' not found",
        "{'kind':'unfinished','handle':'toapis:t1'} | required property 'nextQueryAt' not found",
        "{'kind':'unreachable','handle':'t1'} | does not match the regex pattern",
        "{'kind':'paused','handle':'toapis:t1'} | does not have a value in the enumeration",
        "{'kind':'finished','handle':'toapis:t1','more':1} | property 'more' is not defined"
      })
  void refusesAnOutcomeThatIsNeverWritten(String outcome, String sentence) {
    assertThat(WatchSchemas.errors(WatchJson.OUTCOME_SCHEMA, json(outcome)))
        .anySatisfy(error -> assertThat(error).contains(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'resumed'}",
        "{'kind':'resumed','handle':'toapis:t1','bytes':1}",
        "{'kind':'ended','handle':'toapis:t1'}",
        "{'kind':'later','handle':'toapis:t1'}",
        "{'kind':'download-progress','handle':'toapis:t1','bytes':-7}",
        "{'kind':'download-ended','handle':'toapis:t1','download':{'handle':'toapis:t1','file':'a'}}"
      })
  void refusesAnEventThatIsNeverWritten(String event) {
    assertThat(WatchSchemas.errors(WatchJson.EVENT_SCHEMA, json(event))).isNotEmpty();
  }
}
