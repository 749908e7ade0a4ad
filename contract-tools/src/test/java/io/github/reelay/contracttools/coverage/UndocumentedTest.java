package io.github.reelay.contracttools.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no document names is shown on purpose or not at all. */
class UndocumentedTest {
  private static final String THIS = "toapis, 'a query for a failed task': expected ";
  private static final String ADVICE =
      "; declare it in the spec, or list it in Deliberate with its reason.";

  private final EditedPact toapis = EditedPact.of("toapis", "a failed task");
  private final ObjectNode body = toapis.in("/response/body/content");

  private static Deliberate deliberate(String shown) {
    return new Deliberate("toapis", "a query for a failed task", shown, "For this test.");
  }

  @Test
  void namesMembersAtAnyDepth() {
    body.putObject("result").putArray("data").addObject().put("mime", "x");
    ((ObjectNode) body.get("error")).put("param", "x");
    body.put("region", "eu");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "only what the schema GenerationTask names, found /error/param" + ADVICE,
            THIS + "only what the schema GenerationTask names, found /region" + ADVICE,
            THIS
                + "only what the schema GenerationTask names, found /result"
                + " undocumented-presence"
                + ADVICE,
            THIS + "only what the schema GenerationTask names, found /result/data/*/mime" + ADVICE);
  }

  @Test
  void namesWhatIsThereOnATaskOfAnotherStatus() {
    body.put("url", "https://a.example/v.mp4").put("expires_at", 1768466914);

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "only what the schema GenerationTask names, found /expires_at"
                + " undocumented-presence"
                + ADVICE,
            THIS
                + "only what the schema GenerationTask names, found /url undocumented-presence"
                + ADVICE);
  }

  @Test
  void namesATimeInAnotherUnit() {
    body.put("created_at", 1768380222000L);

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "only what the schema GenerationTask names, found /created_at undocumented-unit"
                + ADVICE);
    assertThat(toapis.problems(deliberate("/created_at undocumented-unit"))).isEmpty();
  }

  @Test
  void takesAnythingWhereTheDocumentSaysNothingOfTheType() {
    body.putObject("usage").put("anything", 1);

    assertThat(toapis.problems()).isEmpty();
  }

  @Test
  void namesAMatchingRuleWithoutADeclaredMember() {
    toapis.in("/response/matchingRules/body").putObject("$.result.data[0]['mime']");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "only what the schema GenerationTask names, found /result/data/*/mime" + ADVICE);
  }

  @Test
  void namesAWordThatIsNotDocumented() {
    body.put("status", "archived");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "only what the schema GenerationTask names, found /status archived" + ADVICE);
  }

  @Test
  void letsPassWhatIsListed() {
    body.put("status", "archived").put("region", "eu");

    assertThat(toapis.problems(deliberate("/status archived"), deliberate("/region"))).isEmpty();
  }

  @Test
  void namesAnEntryThatNothingNeeds() {
    assertThat(toapis.problems(deliberate("/region")))
        .containsExactly(
            "toapis, 'a query for a failed task' shows /region: expected something that no document"
                + " names, found no such interaction or nothing undocumented in it; add the"
                + " interaction, or take the entry out of Deliberate.");
  }

  @Test
  void namesAMarkOnADeclaredMember() {
    toapis.in("/comments/references/openapi").put("undeclared", "/progress");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "the member /progress, marked as undeclared, to be so, found it declared or"
                + " absent; take the mark away.");
  }

  @Test
  void everyEntryHasAReasonAndStandsOnce() {
    Set<String> entries = new HashSet<>();

    assertThat(Deliberate.ALL)
        .allSatisfy(
            entry -> {
              assertThat(entry.reason()).endsWith(".");
              assertThat(entries.add(entry.toString())).as("%s", entry).isTrue();
            });
  }
}
