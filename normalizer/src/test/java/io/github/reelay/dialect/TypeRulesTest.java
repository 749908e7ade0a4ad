package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A value of another type is read where that is safe, and else absent. */
class TypeRulesTest {

  @DisplayName("What can be read safely is read, with a finding")
  @Test
  void readsWhatItCan() {
    String body =
        "{'id':17,'status':true,'progress':'45%','created_at':'1768380222','model':2.50,"
            + "'duration':'8'}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','reportedId':'17','status':'unknown',"
                    + "'providerStatus':'true','terminal':false,'progressPercent':45,"
                    + "'model':'2.50','createdAt':'2026-01-14T08:43:42Z','findings':["
                    + finding("created_at", "an integer, found text")
                    + ","
                    + finding("duration", "a number, found text")
                    + ","
                    + finding("id", "text, found an integer")
                    + ","
                    + finding("model", "text, found a decimal number")
                    + ","
                    + finding("progress", "an integer, found text")
                    + ","
                    + finding("status", "text, found a boolean")
                    + ",{'kind':'undocumented-value','pointer':'/status',"
                    + "'detail':'the contract does not name this word'}]}"));
  }

  private static String finding(String member, String difference) {
    return "{'kind':'type-mismatch','pointer':'/"
        + member
        + "','detail':'expected "
        + difference
        + "'}";
  }

  @DisplayName("What cannot be read is absent, with a finding")
  @Test
  void leavesOutTheRest() {
    String body =
        "{'id':[1],'object':{},'created':{'a':[]},'model':[],'status':'processing',"
            + "'video_url':['https://v.example/1'],'error':[],'actualDuration':{}}";

    assertThat(line(XING, body))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'t1','status':'running',"
                    + "'providerStatus':'processing','terminal':false,'findings':["
                    + finding("actualDuration", "a number, found an object")
                    + ","
                    + finding("created", "an integer, found an object")
                    + ","
                    + finding("error", "text, a number or an object, found an array")
                    + ","
                    + finding("id", "text, found an array")
                    + ","
                    + finding("model", "text, found an array")
                    + ","
                    + finding("object", "text, found an object")
                    + ","
                    + finding("video_url", "text, found an array")
                    + "]}"));
  }

  @DisplayName("An object where another type stands is absent as a whole")
  @Test
  void leavesOutWholeObjects() {
    assertThat(findings(CODEX, "{'id':'t1','status':'pending','detail':'none'}"))
        .containsExactly("type-mismatch /detail");
    assertThat(
            findings(
                CODEX,
                "{'id':'t1','status':'pending','detail':{'pending_info':[],'draft_info':7}}"))
        .containsExactly("type-mismatch /detail/draft_info", "type-mismatch /detail/pending_info");
  }
}
