package io.github.reelay.contracttools.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.Spec;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is said where something has no interaction. */
class CoverageTest {
  private static final String PROVIDER = "xingchaoyiqing";
  private static final FieldsRead READ = FieldsRead.by(PROVIDER);
  private static final String WORD =
      "found none; add one whose body pins this word as it is, without a matcher.";

  private final JsonNode pact = Pact.tree(PROVIDER);
  private final Spec spec = new Spec(PROVIDER, Spec.of(PROVIDER).document().deepCopy());

  private void drop(Predicate<Interaction> unwanted) {
    Iterator<JsonNode> interactions = ((ArrayNode) pact.get("interactions")).elements();
    while (interactions.hasNext()) {
      if (unwanted.test(new Interaction(PROVIDER, interactions.next()))) {
        interactions.remove();
      }
    }
  }

  private List<String> missing() {
    return Coverage.of(Pact.of(pact), spec, READ, NotPinned.ALL).missing().toList();
  }

  @Test
  void namesAnOperationWithoutAnInteraction() {
    ObjectNode path = (ObjectNode) spec.document().at("/paths/~1v1~1result~1{id}");
    path.putObject("delete").put("operationId", "cancelTask").putObject("responses");

    assertThat(missing())
        .containsExactly(
            "xingchaoyiqing, operations: expected an interaction for cancelTask, found none; add"
                + " one that refers to this operationId.");
  }

  @Test
  void namesAStatusWithoutAnInteraction() {
    drop(interaction -> interaction.status() == 429);

    assertThat(missing())
        .containsExactly(
            "xingchaoyiqing, statuses: expected an interaction for getVideoTask 429, found none;"
                + " add one for its example rate-limited.");
  }

  @Test
  void namesAWordWithoutAnInteraction() {
    drop(interaction -> interaction.body().path("status").asText().equals("cancelled"));

    assertThat(missing())
        .containsExactly(
            "xingchaoyiqing, words: expected an interaction for VideoGeneration /status cancelled, "
                + WORD);
  }

  @Test
  void doesNotCountAWordThatAnyOtherCouldReplace() {
    drop(interaction -> interaction.body().path("status").asText().equals("cancelled"));
    ObjectNode first = (ObjectNode) pact.at("/interactions/0/response");
    ((ObjectNode) first.at("/body/content")).put("status", "cancelled");
    ((ObjectNode) first.at("/matchingRules/body"))
        .putObject("$.status")
        .putArray("matchers")
        .addObject()
        .put("match", "type");

    assertThat(missing())
        .containsExactly(
            "xingchaoyiqing, words: expected an interaction for VideoGeneration /status cancelled, "
                + WORD);
  }

  @Test
  void namesAFieldThatIsReadAndNeverPinnedWithAValue() {
    drop(interaction -> interaction.body().hasNonNull("video_url"));

    assertThat(missing())
        .contains(
            "xingchaoyiqing, fields read: expected an interaction for VideoGeneration /video_url,"
                + " found none; add one whose body has it with a value.");
  }

  @Test
  void namesAMemberOfAnErrorThatIsNeverPinned() {
    drop(interaction -> interaction.body().path("error").has("type"));

    assertThat(missing())
        .containsExactly(
            "xingchaoyiqing, fields read: expected an interaction for an error's type, found none;"
                + " add one whose error has it with a value.");
  }

  @Test
  void namesAFieldThatIsReadAndNotDeclared() {
    ((ObjectNode) spec.document().at("/components/schemas/VideoGeneration/properties"))
        .remove("video_url");

    assertThat(missing())
        .containsExactly(
            "xingchaoyiqing, fields read: expected an interaction for VideoGeneration.video_url,"
                + " found none; a mapper reads it, but no schema of a response declares it.");
  }

  @Test
  void namesAnExceptionForWhatIsReadOrPinnedOrNotDocumented() {
    List<NotPinned> wrong =
        List.of(
            new NotPinned(PROVIDER, "VideoGeneration /status", "queued", "Wrong."),
            new NotPinned(PROVIDER, "ErrorBody /status", "cancelled", "Wrong."));

    assertThat(Coverage.of(Pact.of(pact), spec, READ, wrong).needless())
        .containsExactly(
            "xingchaoyiqing, words: expected VideoGeneration /status queued to be documented, not"
                + " read and not pinned, found that it is read; take the entry out of NotPinned.",
            "xingchaoyiqing, words: expected ErrorBody /status cancelled to be documented, not read"
                + " and not pinned, found that it is not documented; take the entry out of"
                + " NotPinned.");
  }

  @Test
  void namesAnExceptionForWhatIsPinnedAllTheSame() {
    drop(interaction -> interaction.status() == 200);
    ((ObjectNode) pact.at("/interactions/0/response/body/content")).put("status", "failed");

    assertThat(Coverage.of(Pact.of(pact), spec, READ, NotPinned.ALL).needless())
        .containsExactly(
            "xingchaoyiqing, words: expected ErrorBody /status failed to be documented, not read"
                + " and not pinned, found that it is pinned; take the entry out of NotPinned.");
  }

  @Test
  void isPrintedAsATable() {
    Measure half = new Measure(new TreeMap<>(Map.of("a", "add", "b", "add")), Set.of("a", "c"));
    Coverage row = new Coverage(Pact.of(pact), Map.of("words", half), List.of());

    assertThat(CoverageTable.of(List.of(row)).lines())
        .containsExactly(
            "pact against spec  interactions        words",
            "xingchaoyiqing               21          1/2");
  }
}
