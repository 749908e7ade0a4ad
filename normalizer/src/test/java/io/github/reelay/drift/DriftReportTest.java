package io.github.reelay.drift;

import static io.github.reelay.drift.CountedResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriftReportTest {

  private final CountedResponses countedResponses =
      new CountedResponses()
          .at("a.jsonl:1", "2026-01-01T00:00:00Z", task("'colour':'blue'"))
          .at("a.jsonl:2", null, "{'status':'melting'}")
          .respond("a.jsonl:3", null, 404, "");

  @Test
  void writesJsonWithTheCountsFirst() {
    assertThat(countedResponses.report().json().replace('"', '\''))
        .isEqualTo(
            "{'drifted':true,'answers':3,'driftedAnswers':2,'truncatedAnswers':0,"
                + "'answersWithoutTask':1,'withoutTask':{'not-found':1},'otherFindings':0,'rows':["
                + "{'provider':'toapis','kind':'undocumented-field','pointer':'/colour',"
                + "'count':1,'answers':1,'of':3,"
                + "'firstSeen':'2026-01-01T00:00:00Z','lastSeen':'2026-01-01T00:00:00Z',"
                + "'detail':'the contract declares no such member',"
                + "'example':'\\'blue\\'','exampleAt':'a.jsonl:1'},"
                + "{'provider':'toapis','kind':'missing-field','pointer':'/id',"
                + "'count':1,'answers':1,'of':3,'firstSeen':'a.jsonl:2','lastSeen':'a.jsonl:2',"
                + "'detail':'every task has this member','exampleAt':'a.jsonl:2'},"
                + "{'provider':'toapis','kind':'undocumented-value','pointer':'/status',"
                + "'count':1,'answers':1,'of':3,'firstSeen':'a.jsonl:2','lastSeen':'a.jsonl:2',"
                + "'detail':'the contract does not name this word',"
                + "'example':'\\'melting\\'','exampleAt':'a.jsonl:2'}]}");
  }

  @Test
  void writesAnAlignedTableAndASummary() {
    assertThat(countedResponses.report().table())
        .containsExactly(
            "PROVIDER  KIND                POINTER  COUNT  RESPONSES  FIRST SEEN            LAST"
                + " SEEN             DETAIL                                EXAMPLE",
            "toapis    undocumented-field  /colour  1      1 of 3     2026-01-01T00:00:00Z "
                + " 2026-01-01T00:00:00Z  the contract declares no such member  \"blue\"",
            "toapis    missing-field       /id      1      1 of 3     a.jsonl:2            "
                + " a.jsonl:2             every task has this member            -",
            "toapis    undocumented-value  /status  1      1 of 3     a.jsonl:2            "
                + " a.jsonl:2             the contract does not name this word  \"melting\"",
            "",
            "3 responses, 2 drifted; 1 without a task: not-found 1");
  }

  @Test
  void writesOnlyTheSummaryWhereNothingDrifted() {
    assertThat(new CountedResponses().body(task("")).report().table())
        .containsExactly("1 response, none drifted");
  }

  @Test
  void saysInTheSummaryWhatTheTableLeavesOut() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      many.append(i == 0 ? "" : ",").append("'x").append(i).append("':1");
    }

    assertThat(
            new CountedResponses(new DriftCounter(1)).body(task(many.toString())).report().table())
        .last()
        .isEqualTo(
            "1 response, 1 drifted; 99 findings beyond the last row; 1 with more than is listed");
  }

  @Test
  void letsNoMemberSteerTheTerminal() {
    assertThat(new CountedResponses().body(task("'a\\u001b[2J':1")).report().table().get(1))
        .contains(" /a?[2J ");
  }
}
