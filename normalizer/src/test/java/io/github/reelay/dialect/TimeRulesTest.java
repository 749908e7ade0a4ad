package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A time is seconds or milliseconds since 1970, or text; what is out of range is absent. */
class TimeRulesTest {

  @DisplayName("Seconds, milliseconds, fractions, ISO-8601 and numeric text become instants")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1768380222                         | 2026-01-14T08:43:42Z
          1768380222.0                       | 2026-01-14T08:43:42Z
          1768380222000                      | 2026-01-14T08:43:42Z
          1768380222123                      | 2026-01-14T08:43:42.123Z
          1759763631.222531                  | 2025-10-06T15:13:51.222531Z
          1759763631.2225319                 | 2025-10-06T15:13:51.222531Z
          1759763631222.5319                 | 2025-10-06T15:13:51.222531Z
          99999999999                        | 5138-11-16T09:46:39Z
          100000000000                       | 1973-03-03T09:46:40Z
          1                                  | 1970-01-01T00:00:01Z
          0.000001                           | 1970-01-01T00:00:00.000001Z
          1.768380222e9                      | 2026-01-14T08:43:42Z
          253402300799999                    | 9999-12-31T23:59:59.999Z
          '1768380222'                       | 2026-01-14T08:43:42Z
          ' 1768380222123 '                  | 2026-01-14T08:43:42.123Z
          '2025-10-06T15:10:26.875729Z'      | 2025-10-06T15:10:26.875729Z
          '2025-10-06T15:10:26.875729123Z'   | 2025-10-06T15:10:26.875729Z
          '2025-10-06T15:10:26'              | 2025-10-06T15:10:26Z
          '2025-10-06T23:10:26+08:00'        | 2025-10-06T15:10:26Z
          '2025-10-06T15:10:26.5-00:30'      | 2025-10-06T15:40:26.500Z
          """)
  void readsTimes(String written, String instant) {
    String flat = "{'id':'t1','status':'pending','created_at':" + written + "}";
    String nested =
        "{'id':'t1','status':'pending','detail':{'pending_info':{'created_at':" + written + "}}}";

    assertThat(task(TOAPIS, flat).createdAt()).hasToString(instant);
    assertThat(task(CODEX, flat).createdAt()).hasToString(instant);
    assertThat(task(CODEX, nested).createdAt()).hasToString(instant);
  }

  @DisplayName("0, a negative number and a time beyond the year 9999 are absent, and noted")
  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "-1768380222", "253402300800000", "1e300", "99999999999999999"})
  void refusesTimesOutOfRange(String written) {
    assertThat(line(XING, "{'id':'t1','status':'queued','created':" + written + "}"))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'queued',"
                    + "'providerStatus':'queued','terminal':false,'findings':["
                    + "{'kind':'ignored-value','pointer':'/created',"
                    + "'detail':'not a time after 1970 and before 10000'}]}"));
  }

  @DisplayName("A time of another type than declared is a mismatch, read or not")
  @Test
  void notesTimesOfAnotherType() {
    assertThat(findings(XING, "{'id':'t1','status':'queued','created':'1774493771'}"))
        .containsExactly("type-mismatch /created");
    assertThat(findings(XING, "{'id':'t1','status':'queued','created':'yesterday'}"))
        .containsExactly("type-mismatch /created");
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','detail':{'pending_info':{'created_at':17}}}"))
        .containsExactly("type-mismatch /detail/pending_info/created_at");
  }

  @DisplayName("Null is an absent time without a finding")
  @Test
  void nullIsAbsent() {
    assertThat(line(TOAPIS, "{'id':'t1','status':'queued','created_at':null,'completed_at':null}"))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'queued','providerStatus':'queued',"
                    + "'terminal':false,'findings':[]}"));
  }
}
