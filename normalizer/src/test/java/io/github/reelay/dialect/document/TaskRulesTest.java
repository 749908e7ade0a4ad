package io.github.reelay.dialect.document;

import static io.github.reelay.mapping.ValuePlace.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.ErrorValue;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.mapping.Counts;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of each name the first value that says something counts, and what no rule takes is noted. */
class TaskRulesTest {
  private static final ValuePlace PROGRESS = of(ValueName.PROGRESS_PERCENT, "/progress");
  private static final ValuePlace SHARE = of(ValueName.PROGRESS_FRACTION, "/share");

  private static VideoTask running(Consumer<TaskValues> script) {
    return ScriptedDialect.task("IN_PROGRESS", script);
  }

  private static List<String> findings(VideoTask task) {
    return task.findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .filter(finding -> !finding.equals("missing-field /id"))
        .toList();
  }

  private static Timestamp time(String written) {
    return Timestamp.of(new ScalarValue(written, true));
  }

  @ParameterizedTest
  @CsvSource({"30%, 30", "30, 30", "' 99.9 % ', 99", "0, 0", "100%, 100"})
  void readsAPercentageThatIsText(String written, int percent) {
    VideoTask task = running(values -> values.text(PROGRESS, written));

    assertThat(task.progressPercent()).isEqualTo(percent);
    assertThat(findings(task)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"half, ignored-value", "-5%, ignored-value", "130%, undocumented-value"})
  void notesWhatIsNoPercentage(String written, String kind) {
    assertThat(findings(running(values -> values.text(PROGRESS, written))))
        .containsExactly(kind + " /progress");
  }

  @Test
  void readsAFractionInEveryKind() {
    assertThat(running(values -> values.text(SHARE, "0.29")).progressPercent()).isEqualTo(29);
    assertThat(running(values -> values.text(SHARE, "29%")).progressPercent()).isEqualTo(29);
    assertThat(running(values -> values.number(SHARE, 0.29)).progressPercent()).isEqualTo(29);
    assertThat(running(values -> values.integer(SHARE, 1L)).progressPercent()).isEqualTo(100);
    assertThat(running(values -> values.number(PROGRESS, 29.9)).progressPercent()).isEqualTo(29);
    assertThat(findings(running(values -> values.text(SHARE, "some"))))
        .containsExactly("ignored-value /share");
  }

  @Test
  void takesTheFirstProgressAndLooksAtNoOther() {
    VideoTask task =
        running(
            values -> {
              values.number(SHARE, null);
              values.integer(PROGRESS, 45L);
              values.number(SHARE, 7.0);
            });

    assertThat(task.progressPercent()).isEqualTo(45);
    assertThat(findings(task)).isEmpty();
  }

  @Test
  void takesTheFirstTextThatSaysSomething() {
    VideoTask task =
        running(
            values -> {
              values.text(of(ValueName.MODEL, "/a"), null);
              values.text(of(ValueName.MODEL, "/b"), " ");
              values.text(of(ValueName.MODEL, "/c"), "sora-2");
              values.text(of(ValueName.MODEL, "/d"), "sora-3");
              values.text(of(ValueName.PROMPT, "/e"), "a cat");
              values.text(of(ValueName.OTHER_ID, "/f"), "");
              values.scalar(of(ValueName.OTHER_ID, "/g"), new ScalarValue("17", true));
            });

    assertThat(task.model()).isEqualTo("sora-2");
    assertThat(task.prompt()).isEqualTo("a cat");
    assertThat(task.id()).isEqualTo("17");
  }

  @Test
  void takesTheFirstTimeThatIsOne() {
    ValuePlace created = of(ValueName.CREATED_AT, "/a");
    VideoTask task =
        running(
            values -> {
              values.time(created, time("0"));
              values.time(created, time("1768380222"));
              values.time(created, time("1768380999"));
            });

    assertThat(task.createdAt()).hasToString("2026-01-14T08:43:42Z");
  }

  @Test
  void takesALastChangeForTheEndOnceTheTaskHasEnded() {
    ValuePlace end = of(ValueName.COMPLETED_AT, "/changed").counting(Counts.AFTER_END);
    Consumer<TaskValues> script =
        values -> {
          values.time(of(ValueName.UPDATED_AT, "/changed"), time("1768380222"));
          values.time(end, time("1768380222"));
          values.time(of(ValueName.COMPLETED_AT, "/done"), time("1768380223"));
        };

    assertThat(running(script).completedAt()).hasToString("2026-01-14T08:43:43Z");
    assertThat(ScriptedDialect.task("FAILURE", script).completedAt())
        .hasToString("2026-01-14T08:43:42Z");
  }

  @Test
  void takesTheFirstReasonAndTheFirstCode() {
    VideoTask task =
        ScriptedDialect.task(
            "FAILURE",
            values -> {
              values.text(of(ValueName.FAILURE_MESSAGE, "/a"), " ");
              values.text(of(ValueName.FAILURE_MESSAGE, "/b"), "no output");
              values.text(of(ValueName.FAILURE_MESSAGE, "/c"), "other");
              values.integer(of(ValueName.FAILURE_CODE, "/d"), 17L);
              values.text(of(ValueName.FAILURE_CODE, "/e"), "other");
              values.error(of(ValueName.FAILURE, "/f"), null);
            });

    assertThat(task.failure())
        .returns("no output", failure -> failure.message())
        .returns("17", failure -> failure.code());
  }

  @Test
  void notesAReasonOfATaskThatDidNotFail() {
    assertThat(
            findings(
                running(
                    values -> {
                      values.text(of(ValueName.FAILURE_MESSAGE, "/why"), "no output");
                      values.error(
                          of(ValueName.FAILURE, "/error"),
                          ErrorValue.ofBare(new ScalarValue("bad", false)));
                    })))
        .containsExactly("ignored-value /error", "ignored-value /why");
  }

  @Test
  void letsAFinerStatusTextDistinguishWaitingFromRunning() {
    ValuePlace finer = of(ValueName.FINER_STATUS, "/work/status");

    assertThat(ScriptedDialect.task("NOT_START", values -> values.text(finer, "canned")).status())
        .isEqualTo(TaskStatus.RUNNING);
    assertThat(ScriptedDialect.task("NOT_START", values -> values.text(finer, "done")).status())
        .isEqualTo(TaskStatus.QUEUED);
    assertThat(ScriptedDialect.task("FAILURE", values -> values.text(finer, "canned")).status())
        .isEqualTo(TaskStatus.FAILED);
  }

  @Test
  void notesAnInnerWordThatEndsTheTaskOtherwise() {
    ValuePlace inner = of(ValueName.INNER_STATUS, "/work/status");

    assertThat(findings(running(values -> values.text(inner, "SUCCESS"))))
        .containsExactly("status-conflict /work/status");
    assertThat(findings(running(values -> values.text(inner, "NOT_START")))).isEmpty();
    assertThat(findings(ScriptedDialect.task("FAILURE", values -> values.text(inner, "FAILURE"))))
        .isEmpty();
  }

  @Test
  void missesWhatEveryTaskHasWhereTheDocumentHasIt() {
    VideoTask task =
        ScriptedDialect.task(
            "/data",
            "{\"data\":{\"status\":\"IN_PROGRESS\"}}",
            values -> values.text(of(ValueName.ID, "/task_id"), null));

    assertThat(findings(task)).containsExactly("missing-field /data/task_id");
  }

  @Test
  void saysNothingOfADocumentedEnvelopeAndCountsPointersFromIt() {
    VideoTask task =
        ScriptedDialect.task(
            "/data",
            "{\"code\":0,\"data\":{\"status\":\"SUCCESS\",\"metadata\":"
                + "{\"url\":\"https://a.example/v.mp4\"}}}",
            values -> {
              values.text(of(ValueName.ID, "/task_id"), "t1");
              values.text(of(ValueName.VIDEO_URL, "/url"), "here");
              values.text(of(ValueName.VIDEO_DURATION, "/length").in(Unit.SECONDS), "long");
            });

    assertThat(findings(task))
        .containsExactly(
            "ignored-value /data/length",
            "undocumented-place /data/metadata/url",
            "ignored-value /data/url");
    assertThat(task.state()).isInstanceOf(TaskState.Succeeded.class);
  }

  @Test
  void takesNothingFromAPlaceWithoutAName() {
    ValuePlace unnamed = ValuePlace.unnamed("/x");
    VideoTask task =
        running(
            values -> {
              values.text(unnamed, "x");
              values.integer(unnamed, 1L);
              values.number(unnamed, 1.0);
              values.bool(unnamed, true);
              values.time(unnamed, time("1768380222"));
              values.presence(unnamed, true);
            });

    assertThat(task).isEqualTo(running(values -> {}));
  }
}
