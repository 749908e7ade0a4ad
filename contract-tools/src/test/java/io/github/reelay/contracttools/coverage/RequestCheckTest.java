package io.github.reelay.contracttools.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may be wrong with a request, and what is said of it. */
class RequestCheckTest {
  private static final String THIS = "toapis, 'a query for a failed task': expected ";
  private static final String THERE =
      "22codex, 'a query for a completed task with draft info': expected ";

  private final EditedPact toapis = EditedPact.of("toapis", "a failed task");
  private final EditedPact codex22 = EditedPact.of("22codex", "a completed task with draft info");

  @Test
  void letsAFittingRequestPass() {
    assertThat(toapis.problems()).isEmpty();
  }

  @Test
  void namesAReferenceToAnOperationThatIsNotThere() {
    toapis.inOperation("").put("operationId", "readTask");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a reference to one of the operations [readTask] of toapis.yaml, found"
                + " {\"operationId\":\"getVideoTask\",\"spec\":\"toapis.yaml\"}; refer to one of"
                + " them.");
  }

  @Test
  void namesAReferenceToAnotherDocument() {
    toapis.in("/comments/references/openapi").put("spec", "other.yaml");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "a reference to one of the operations [getVideoTask] of toapis.yaml, found"
                + " {\"operationId\":\"getVideoTask\",\"spec\":\"other.yaml\"}; refer to one of"
                + " them.");
  }

  @Test
  void namesAnotherMethod() {
    toapis.in("/request").put("method", "POST");

    assertThat(toapis.problems())
        .containsExactly(THIS + "the method GET, found POST; query as the spec says.");
  }

  @Test
  void namesAnotherPath() {
    toapis.in("/request").put("path", "/v1/videos/generations");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "the path /v1/videos/generations/{task_id}, found /v1/videos/generations; query"
                + " as the spec says.");
  }

  @Test
  void takesALiteralPathLiterally() {
    codex22.in("/request").put("path", "/v1/videos/video_1");

    assertThat(codex22.problems())
        .containsExactly(
            THERE
                + "the path /v1/videos/video_id, found /v1/videos/video_1; query as the spec"
                + " says.");
  }

  @Test
  void namesAPathParameterThatTheSpecDoesNotDeclare() {
    toapis.inOperation("/parameters/0").put("name", "id");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "the path parameter id, found nothing; query as the spec says.",
            THIS + "a path parameter named task_id, found none in the spec; declare it there.");
  }

  @Test
  void namesAPathParameterOfAnotherType() {
    toapis.inOperation("/parameters/0/schema").put("type", "integer");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "the path parameter task_id as integer, found"
                + " 'task_01K9S419324DREZFBWNSVXYR6H'; query as the spec says.");
  }

  @Test
  void namesAQueryParameterThatIsRequiredAndAbsent() {
    codex22.in("/request/query").remove("id");

    assertThat(codex22.problems())
        .containsExactly(THERE + "the query parameter id, found nothing; query as the spec says.");
  }

  @Test
  void namesAQueryParameterThatTheSpecDoesNotDeclare() {
    codex22.in("/request/query").putArray("page").add("1");

    assertThat(codex22.problems())
        .containsExactly(
            THERE + "a query parameter out of [id], found page; query as the spec says.");
  }

  @Test
  void namesAHeaderThatTheSpecDoesNotDeclare() {
    toapis.in("/request/headers").putArray("X-Trace").add("1");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "a header parameter out of [], found X-Trace; query as the spec says.");
  }

  @Test
  void namesAMissingKey() {
    toapis.in("/request/headers").remove("Authorization");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "an Authorization header with Bearer and a key, found none; pin the header.");
  }

  @Test
  void namesAnotherSchemeWithoutTheKey() {
    toapis.in("/request/headers").putArray("Authorization").add("Basic c2VjcmV0");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "an Authorization header with Bearer and a key, found another scheme; pin the"
                + " header.");
  }

  @Test
  void namesAKeyThatNoQueryNeeds() {
    toapis.inSpec("").remove("security");

    assertThat(toapis.problems())
        .containsExactly(
            THIS
                + "no Authorization header, as the spec requires none, found one; declare the"
                + " bearer scheme.");
  }

  @Test
  void namesARequestBody() {
    toapis.in("/request").putObject("body");

    assertThat(toapis.problems())
        .containsExactly(
            THIS + "no request body, as the spec declares none, found one; leave it out.");
  }
}
