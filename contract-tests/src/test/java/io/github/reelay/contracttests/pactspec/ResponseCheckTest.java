package io.github.reelay.contracttests.pactspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** What may be wrong with a response, and what is said of it. */
class ResponseCheckTest {
  private static final String THIS = "toapis, 'a query for a failed task': expected ";

  private final EditedPact toapis = EditedPact.of("toapis", "a failed task");
  private final ObjectNode body = toapis.in("/response/body/content");

  @Test
  void namesAStatusThatIsNotDocumented() {
    toapis.inOperation("/responses").remove("200");

    assertThat(toapis.problems())
        .containsExactly(THIS + "a documented HTTP status, found 200; document it or drop it.");
  }

  @Test
  void namesAHeaderThatIsNotDocumented() {
    toapis.in("/response/headers").putArray("Retry-After").add("30");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a header that is documented for 200, found Retry-After; declare it in the spec"
                + " or do not pin it.");
  }

  @Test
  void namesAStateWithoutItsExample() {
    toapis.inOperation("/responses/200/content/application~1json/examples").remove("failed");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a state that names an example of the response 200, found 'failed'; name one of"
                + " the spec.");
  }

  @Test
  void namesABodyOfAnotherType() {
    toapis.in("/response/body").put("contentType", "text/plain");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a documented body of type application/json, found text/plain; declare its schema"
                + " by name.");
  }

  @Test
  void namesAValueThatDoesNotFitTheSchema() {
    body.put("progress", "none");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a body that fits the schema GenerationTask, found /progress: string found,"
                + " integer expected; pin what the spec says.");
  }

  @Test
  void namesARequiredMemberThatIsAbsent() {
    body.remove("status");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a body that fits the schema GenerationTask, found : required property 'status'"
                + " not found; pin what the spec says.");
  }

  @Test
  void namesAMatcherOfAnotherType() {
    toapis.inSpec("/components/schemas/GenerationTask/properties/progress").put("type", "number");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a matcher for the type number at /progress, found integer; match the"
                + " documented type.");
  }

  @Test
  void namesAnErrorOfAnotherShape() {
    body.putArray("error");

    assertThat(toapis.problems())
        .contains(
            THIS + "text, a number or an object at /error, found array; pin what the spec says.");
  }

  @Test
  void namesACodeOfAnotherShape() {
    ((ObjectNode) body.get("error")).put("code", true);

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "text or a number at /error/code, found boolean; pin what the spec says.");
  }

  @Test
  void namesAMessageOfAnotherShape() {
    ((ObjectNode) body.get("error")).put("message", 17);

    assertThat(toapis.problems())
        .containsExactly(THIS + "text at /error/message, found number; pin what the spec says.");
  }
}
