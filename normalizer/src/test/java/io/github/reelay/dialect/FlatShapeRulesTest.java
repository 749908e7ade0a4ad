package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flat shape of 22codex counts where the nested one is absent. */
class FlatShapeRulesTest {

  @DisplayName("CE6: the flat shape is read without a finding")
  @Test
  void readsTheFlatShape() {
    String body =
        "{'id':'t1','size':'1280x720','model':'sora-2','object':'video','status':'completed',"
            + "'seconds':'10','progress':100,'video_url':'https://v.example/1.mp4',"
            + "'created_at':1761622232,'completed_at':1761622385}";

    assertThat(line(CODEX, body))
        .isEqualTo(
            json(
                "{'provider':'22codex','id':'t1','status':'succeeded',"
                    + "'providerStatus':'completed','terminal':true,'progressPercent':100,"
                    + "'model':'sora-2','createdAt':'2025-10-28T03:30:32Z',"
                    + "'completedAt':'2025-10-28T03:33:05Z',"
                    + "'video':{'url':'https://v.example/1.mp4','durationSeconds':10.0,"
                    + "'width':1280,'height':720},'findings':[]}"));
  }

  @DisplayName("CE7: times of the flat shape may be milliseconds")
  @Test
  void readsMilliseconds() {
    String body = "{'id':'t1','status':'pending','created_at':1760148794833,'progress':0}";

    assertThat(line(CODEX, body))
        .isEqualTo(
            json(
                "{'provider':'22codex','id':'t1','status':'queued','providerStatus':'pending',"
                    + "'terminal':false,'progressPercent':0,"
                    + "'createdAt':'2025-10-11T02:13:14.833Z','findings':[]}"));
  }

  @DisplayName("Where both shapes speak, the nested one counts")
  @Test
  void nestedComesFirst() {
    String body =
        "{'id':'sora-2:t1','status':'completed','model':'flat','progress':7,'size':'1x2',"
            + "'created_at':1,'completed_at':2,'video_url':'https://v.example/1','detail':{"
            + "'pending_info':{'created_at':'2025-10-06T15:10:26Z','progress_pct':0.5},"
            + "'draft_info':{'created_at':1759763631,'width':352,'height':640}}}";

    assertThat(line(CODEX, body))
        .isEqualTo(
            json(
                "{'provider':'22codex','id':'t1','reportedId':'sora-2:t1','status':'succeeded',"
                    + "'providerStatus':'completed','terminal':true,'progressPercent':100,"
                    + "'model':'sora-2','createdAt':'2025-10-06T15:10:26Z',"
                    + "'completedAt':'2025-10-06T15:13:51Z',"
                    + "'video':{'url':'https://v.example/1','width':352,'height':640},"
                    + "'findings':[{'kind':'undocumented-presence',"
                    + "'pointer':'/detail/pending_info',"
                    + "'detail':'documented on tasks of another status only'}]}"));
  }

  @DisplayName("Size is a width and a height; each counts where the nested one is absent")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'size':'1280x720'                    | ,'width':1280,'height':720
          'size':' 1280x720 '                  | ,'width':1280,'height':720
          'size':'1280x720','width':3          | ,'width':3,'height':720
          'size':'small','width':3,'height':4  | ,'width':3,'height':4
          'size':'','width':3                  | ,'width':3
          'size':null,'height':4               | ,'height':4
          """)
  void readsSizes(String members, String shown) {
    String body = "{'id':'t1','status':'completed','video_url':'https://v.example/1'," + members;

    assertThat(line(CODEX, body + "}"))
        .endsWith(json("'video':{'url':'https://v.example/1'" + shown + "},'findings':[]}"));
  }

  @DisplayName("A size that is no width and height is noted")
  @ParameterizedTest
  @ValueSource(
      strings = {"small", "1280", "x720", "1280x", "1280x720x3", "0x720", "12.5x7", "-1x2", "axb"})
  void notesOddSizes(String size) {
    String body = "{'id':'t1','status':'pending','size':'" + size + "'}";

    assertThat(findings(CODEX, body)).containsExactly("ignored-value /size");
  }

  @DisplayName("Seconds is a length as text")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          '10'       | 10.0 |
          ' 10.5 '   | 10.5 |
          10         | 10.0 | type-mismatch /seconds
          '10s'      |      | ignored-value /seconds
          '0'        |      | ignored-value /seconds
          '-4'       |      | ignored-value /seconds
          '4.'       |      | ignored-value /seconds
          '.5'       |      | ignored-value /seconds
          '1e3'      |      | ignored-value /seconds
          '1.2.3'    |      | ignored-value /seconds
          'NaN'      |      | ignored-value /seconds
          ''         |      |
          null       |      |
          """)
  void readsSeconds(String written, String seconds, String finding) {
    String url = "https://v.example/1";
    String body = "{'id':'t1','status':'completed','video_url':'" + url + "','seconds':" + written;
    String shown = seconds == null ? "" : ",'durationSeconds':" + seconds;

    assertThat(line(CODEX, body + "}"))
        .contains(json("'video':{'url':'" + url + "'" + shown + "}"));
    assertThat(String.join(" ", findings(CODEX, body + "}")))
        .isEqualTo(finding == null ? "" : finding);
  }
}
