package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract says next to the types: presence, unit, and values that belong together. */
class ContractChecksTest {
  private static List<String> toapis(String status, String members) {
    return findings(TOAPIS, "{'id':'t1','status':'" + status + "'," + members + "}");
  }

  @DisplayName("undocumented-presence: a member on a task of another documented status")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          in_progress | 'url':'https://v.example/1'                   | /url
          queued      | 'thumbnail':'https://v.example/1.jpg'         | /thumbnail
          submitted   | 'duration':10                                 | /duration
          in_progress | 'result':{'data':[{'url':'https://v.example/1'}]} | /result
          failed      | 'expires_at':1768466914                       | /expires_at
          in_progress | 'completed_at':1768380514                     | /completed_at
          """)
  void undocumentedPresence(String status, String members, String pointer) {
    assertThat(toapis(status, members)).containsExactly("undocumented-presence " + pointer);
  }

  @DisplayName("undocumented-presence: not where it is documented, absent, null or empty")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          completed   | 'url':'https://v.example/1','expires_at':1768466914
          failed      | 'completed_at':1768380514
          in_progress | 'url':null,'result':null,'duration':null
          in_progress | 'url':'','thumbnail':' '
          """)
  void documentedPresence(String status, String members) {
    assertThat(toapis(status, members)).isEmpty();
  }

  @DisplayName("undocumented-presence: a word that the contract does not name says nothing of it")
  @Test
  void presenceUnderAnotherWord() {
    assertThat(toapis("running", "'url':'https://v.example/1'"))
        .containsExactly("undocumented-value /status");
  }

  @DisplayName("undocumented-presence: at the other providers too, in an envelope too")
  @Test
  void undocumentedPresenceElsewhere() {
    assertThat(
            findings(XING, "{'id':'t1','status':'processing','video_url':'https://v.example/1'}"))
        .containsExactly("undocumented-presence /video_url");
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','detail':{'pending_info':{},'draft_info':{}}}"))
        .containsExactly("undocumented-presence /detail/draft_info");
    assertThat(findings(CODEX, "{'data':{'id':'t1','status':'pending','width':352}}"))
        .containsExactly("enveloped /data", "undocumented-presence /data/width");
  }

  @DisplayName("undocumented-presence: its sentence")
  @Test
  void presenceInCanonicalJson() {
    assertThat(line(TOAPIS, "{'id':'t1','status':'queued','url':'https://v.example/1'}"))
        .endsWith(
            json(
                "'findings':[{'kind':'undocumented-presence','pointer':'/url',"
                    + "'detail':'documented on tasks of another status only'}]}"));
  }

  @DisplayName("undocumented-unit: a time that can only be in the other unit")
  @ParameterizedTest
  @CsvSource({
    "1759763621142, false",
    "1759763621, true",
    "99999999999, true",
    "1.759763621e9, true",
    "1.759763621142E12, false",
    "100000000000, false",
  })
  void undocumentedUnit(String time, boolean seconds) {
    assertThat(findings(CODEX, "{'id':'t1','status':'pending','status_update_time':" + time + "}"))
        .isEqualTo(seconds ? List.of("undocumented-unit /status_update_time") : List.of());
    assertThat(toapis("queued", "'created_at':" + time))
        .isEqualTo(seconds ? List.of() : List.of("undocumented-unit /created_at"));
  }

  @DisplayName("undocumented-unit: noted once where a property carries two times; the time is read")
  @Test
  void undocumentedUnitOnce() {
    assertThat(line(CODEX, "{'id':'t1','status':'completed','status_update_time':1759763621}"))
        .contains(json("'updatedAt':'2025-10-06T15:13:41Z','completedAt':'2025-10-06T15:13:41Z'"))
        .endsWith(
            json(
                "'findings':[{'kind':'undocumented-unit','pointer':'/status_update_time',"
                    + "'detail':'documented in milliseconds, found seconds'}]}"));
  }

  @DisplayName("undocumented-unit: a length that can only be in milliseconds, which is read so")
  @ParameterizedTest
  @CsvSource({
    "10, PT10S, false",
    "999.5, PT16M39.5S, false",
    "1000, PT1S, true",
    "15000, PT15S, true"
  })
  void undocumentedUnitOfALength(String length, Duration read, boolean noted) {
    assertThat(duration(TOAPIS, "'duration':" + length)).isEqualTo(read);
    assertThat(toapis("completed", video("'duration':" + length)))
        .isEqualTo(noted ? List.of("undocumented-unit /duration") : List.of());
    assertThat(
            findings(
                CODEX,
                "{'id':'video_1','status':'completed','object':'video',"
                    + "'video_url':'https://v.example/1','seconds':'"
                    + length
                    + "'}"))
        .isEqualTo(noted ? List.of("undocumented-unit /seconds") : List.of());
  }

  @DisplayName(
      "undocumented-unit: where milliseconds are documented, a length below 1000 is seconds")
  @ParameterizedTest
  @CsvSource({"8000, PT8S, false", "1000, PT1S, false", "8, PT8S, true", "4.5, PT4.5S, true"})
  void undocumentedUnitOfALengthInMilliseconds(String length, Duration read, boolean noted) {
    Dialect my = Dialect.parse("my.yaml", inMilliseconds());

    assertThat(duration(my, "'duration':" + length)).isEqualTo(read);
    assertThat(
            findings(my, "{'id':'t1','status':'completed'," + video("'duration':" + length) + "}"))
        .isEqualTo(noted ? List.of("undocumented-unit /duration") : List.of());
  }

  @DisplayName("undocumented-unit: a number that is no length is ignored, in one finding")
  @ParameterizedTest
  @ValueSource(strings = {"0", "-8000", "1768380222123"})
  void noLengthHasNoUnit(String length) {
    assertThat(toapis("completed", video("'duration':" + length)))
        .containsExactly("ignored-value /duration");
  }

  private static String video(String members) {
    return "'url':'https://v.example/1'," + members;
  }

  private static Duration duration(Dialect dialect, String member) {
    String body = "{'id':'t1','status':'completed'," + video(member) + "}";
    TaskState.Succeeded succeeded =
        (TaskState.Succeeded) dialect.read(json(body)).taskOrThrow().state();
    return succeeded.video().duration();
  }

  private static String inMilliseconds() {
    String duration =
        "x-unit: s\n          x-present-on: [completed]\n          x-reelay: video.duration";
    return DocumentedBodies.text("toapis")
        .replace("x-provider: toapis", "x-provider: my")
        .replace(duration, duration.replace("x-unit: s", "x-unit: ms"));
  }

  @DisplayName("undocumented-value: a fraction above 1")
  @Test
  void fractionAboveOne() {
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','detail':{'pending_info':{'progress_pct':1.5}}}"))
        .containsExactly("undocumented-value /detail/pending_info/progress_pct");
  }

  @DisplayName("url-conflict: each address that differs from the one that counts")
  @Test
  void urlConflict() {
    String body =
        "{'id':'t1','status':'completed','video_url':'https://v.example/1','detail':{"
            + "'url':'https://v.example/2','draft_info':{'url':'https://v.example/1',"
            + "'downloadable_url':'https://v.example/3','encodings':{"
            + "'source':{'path':'https://v.example/4'},"
            + "'source_wm':{'path':'https://v.example/5'},"
            + "'md':{'path':'https://v.example/6'}}}}}";

    assertThat(findings(CODEX, body))
        .containsExactly(
            "url-conflict /detail/draft_info/downloadable_url",
            "url-conflict /detail/draft_info/encodings/source/path",
            "url-conflict /detail/draft_info/encodings/source_wm/path",
            "url-conflict /detail/url");
  }

  @DisplayName("url-conflict: several videos of one task are no conflict")
  @Test
  void severalVideos() {
    assertThat(
            toapis(
                "completed",
                "'url':'https://v.example/1','result':{'data':[{'url':'https://v.example/2'},"
                    + "{'url':'https://v.example/3'}]}"))
        .isEmpty();
  }

  @DisplayName("id-conflict: an id inside that is another task's")
  @Test
  void idConflict() {
    String body =
        "{'id':'sora-2:task_1','status':'pending','detail':{'id':'task_1','pending_info':{"
            + "'id':'task_2','moderation_result':{'task_id':'ask_1'}}}}";

    assertThat(findings(CODEX, body))
        .containsExactly(
            "id-conflict /detail/pending_info/id",
            "id-conflict /detail/pending_info/moderation_result/task_id");
    assertThat(
            findings(
                CODEX,
                "{'id':'video_1','status':'completed','detail':{'draft_info':{'task_id':''}}}"))
        .isEmpty();
  }
}
