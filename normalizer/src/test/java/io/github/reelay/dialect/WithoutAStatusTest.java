package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.json.CanonicalJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body without a status is: an error, a task of unknown state, or no task. */
class WithoutAStatusTest {
  private static final String UNREADABLE =
      json(
          "{'provider':'toapis','id':'t1','failure':{'kind':'unreadable-response',"
              + "'origin':'relay','httpStatus':200,'retry':'yes'},'findings':[]}");

  @DisplayName(
      "4: a non-empty error is a provider's failure, with the findings of the task contract")
  @Test
  void errorEnvelopeIsNoTask() {
    String body = "{'id':'t1','error':{'code':'no_channel','message':'busy'},'code':1,'odd':null}";

    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','failure':{'kind':'unknown','origin':'relay',"
                    + "'code':'no_channel','message':'busy','httpStatus':200,'retry':'unknown'},"
                    + "'findings':[{'kind':'undocumented-field','pointer':'/code',"
                    + "'detail':'the contract declares no such member'},"
                    + "{'kind':'undocumented-field','pointer':'/odd',"
                    + "'detail':'the contract declares no such member'}]}"));
  }

  @DisplayName("4: an error in a form of its own is not empty either")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'t1','error':{'reason':'busy'}}",
        "{'id':'t1','error':{'code':null,'reason':{}}}",
        "{'id':'t1','error':['busy']}",
        "{'id':'t1','error':true}"
      })
  void oddErrorIsNoTask(String body) {
    assertThat(line(TOAPIS, body))
        .startsWith(
            json(
                "{'provider':'toapis','id':'t1','failure':{'kind':'unknown','origin':'relay',"
                    + "'httpStatus':200,'retry':'unknown'},'findings':[{"));
  }

  @DisplayName("4: a code other than 0, 200, success is a provider's failure")
  @ParameterizedTest
  @ValueSource(strings = {"1", "-1", "500", "201", "'1'", "'fail'", "'error'", "'SUCCESS'", "'ok'"})
  void failureCodeIsNoTask(String code) {
    assertThat(line(TOAPIS, "{'id':'t1','code':" + code + "}"))
        .startsWith(json("{'provider':'toapis','id':'t1','failure':{'kind':"))
        .contains(json("'origin':'relay','code':'" + code.replace("'", "") + "','httpStatus':200"));
  }

  @DisplayName("4: the codes of success, and an error that is none, are no failure")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'code':0",
        "'code':200",
        "'code':'0'",
        "'code':'200'",
        "'code':'success'",
        "'code':200.0",
        "'code':null",
        "'code':''",
        "'error':null",
        "'error':''",
        "'error':'  '",
        "'error':{}",
        "'error':[]",
        "'error':false",
        "'error':0",
        "'error':{'code':0,'message':''}",
        "'error':{'code':'0','message':null}",
        "'error':{'code':0,'type':'none','trace':'x'}",
        "'error':{'code':null,'message':null,'type':'','param':null}"
      })
  void noErrorIsNoFailure(String member) {
    assertThat(line(TOAPIS, "{'id':'t1'," + member + "}"))
        .startsWith(json("{'provider':'toapis','id':'t1','status':'unknown','terminal':false,"));
    assertThat(line(TOAPIS, "{" + member + "}")).isEqualTo(UNREADABLE);
  }

  @DisplayName("5: an object with id or task_id is a task of unknown state")
  @ParameterizedTest
  @ValueSource(strings = {"{'id':'t1'}", "{'id':'t1','status':null}"})
  void idMakesATaskOfUnknownState(String body) {
    assertThat(line(TOAPIS, body))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'unknown','terminal':false,'findings':["
                    + "{'kind':'missing-field','pointer':'/status',"
                    + "'detail':'every task has this member'}]}"));
  }

  @DisplayName("5: task_id counts as well, declared or not")
  @Test
  void taskIdMakesATaskOfUnknownState() {
    assertThat(findings(TOAPIS, "{'task_id':'t1'}"))
        .containsExactly("missing-field /id", "missing-field /status");
    assertThat(CanonicalJson.line(read(XING, null, body("{'task_id':7}"))))
        .isEqualTo(
            json(
                "{'provider':'xingchaoyiqing','id':'7','status':'unknown','terminal':false,"
                    + "'findings':[{'kind':'missing-field','pointer':'/id',"
                    + "'detail':'every task has this member'},{'kind':'missing-field',"
                    + "'pointer':'/status','detail':'every task has this member'},"
                    + "{'kind':'undocumented-field','pointer':'/task_id',"
                    + "'detail':'the contract declares no such member'}]}"));
  }

  @DisplayName("6: any other object is an unreadable response")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'id':null}",
        "{'id':''}",
        "{'id':' ','task_id':null}",
        "{'id':{'x':1}}",
        "{'progress':45,'url':'https://v.example/1'}",
        "{'message':'no'}"
      })
  void otherObjectsAreUnreadable(String body) {
    assertThat(line(TOAPIS, body)).isEqualTo(UNREADABLE);
  }
}
