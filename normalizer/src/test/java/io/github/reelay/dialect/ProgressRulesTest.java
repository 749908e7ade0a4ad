package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The progress is a whole percentage from 0 to 100; a succeeded task has 100. */
class ProgressRulesTest {

  @DisplayName("A percentage becomes a whole one, rounded down and clamped")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0       | 0   |
          30      | 30  |
          100     | 100 |
          30.0    | 30  |
          30.9    | 30  | type-mismatch
          '30'    | 30  | type-mismatch
          '30%'   | 30  | type-mismatch
          ' 30 %' | 30  | type-mismatch
          '99.9%' | 99  | type-mismatch
          101     | 100 | undocumented-value
          5000    | 100 | undocumented-value
          -1      | 0   | undocumented-value
          '-1%'   | 0   | undocumented-value type-mismatch
          'half'  |     | type-mismatch
          true    |     | type-mismatch
          {}      |     | type-mismatch
          null    |     |
          """)
  void readsPercentages(String written, Integer percent, String kinds) {
    String body = "{'id':'t1','status':'pending','progress':" + written + "}";

    for (Dialect dialect : new Dialect[] {TOAPIS, CODEX}) {
      assertThat(task(dialect, body).progressPercent()).isEqualTo(percent);
    }
    assertThat(findings(CODEX, body)).containsExactlyInAnyOrder(each(kinds, " /progress"));
  }

  private static String[] each(String kinds, String pointer) {
    return kinds == null ? new String[0] : (kinds.replace(" ", pointer + ",") + pointer).split(",");
  }

  @DisplayName("Progress_pct times 100 becomes a whole percentage, rounded down and clamped")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0.9302178175176704  | 93  |
          0                   | 0   |
          1                   | 100 |
          0.29                | 29  |
          0.57                | 57  |
          0.58                | 58  |
          0.999999            | 99  |
          1e-300              | 0   |
          '0.5'               | 50  | type-mismatch
          '93%'               | 93  | type-mismatch
          1.01                | 100 | undocumented-value
          93.02               | 100 | undocumented-value
          -0.01               | 0   | undocumented-value
          null                |     |
          """)
  void readsFractions(String written, Integer percent, String kinds) {
    String body =
        "{'id':'t1','status':'pending','detail':{'pending_info':{'progress_pct':" + written + "}}}";

    assertThat(task(CODEX, body).progressPercent()).isEqualTo(percent);
    assertThat(findings(CODEX, body))
        .containsExactlyInAnyOrder(each(kinds, " /detail/pending_info/progress_pct"));
  }

  @DisplayName("A progress out of range is clamped with a finding")
  @Test
  void clampsWithAFinding() {
    assertThat(line(TOAPIS, "{'id':'t1','status':'in_progress','progress':140}"))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'running',"
                    + "'providerStatus':'in_progress','terminal':false,'progressPercent':100,"
                    + "'findings':[{'kind':'undocumented-value','pointer':'/progress',"
                    + "'detail':'the progress is out of range'}]}"));
  }

  @DisplayName("Succeeded is 100, whatever the response says")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id':'t1','status':'completed','url':'https://v.example/1'}                 | 100
          {'id':'t1','status':'completed','url':'https://v.example/1','progress':null} | 100
          {'id':'t1','status':'completed','url':'https://v.example/1','progress':45}   | 100
          {'id':'t1','status':'completed','url':'https://v.example/1','progress':0}    | 100
          {'id':'t1','status':'completed','url':'https://v.example/1','progress':-3}   | 100
          {'id':'t1','status':'completed','url':'https://v.example/1','progress':'no'} | 100
          """)
  void succeededIsAllDone(String body, int percent) {
    assertThat(task(TOAPIS, body).progressPercent()).isEqualTo(percent);
  }

  @DisplayName("A task in another state has no progress but its own")
  @Test
  void othersHaveTheirOwn() {
    assertThat(task(TOAPIS, "{'id':'t1','status':'queued'}").progressPercent()).isNull();
    assertThat(task(TOAPIS, "{'id':'t1','status':'failed'}").progressPercent()).isNull();
    assertThat(task(TOAPIS, "{'id':'t1','status':'failed','progress':100}").progressPercent())
        .isEqualTo(100);
  }
}
