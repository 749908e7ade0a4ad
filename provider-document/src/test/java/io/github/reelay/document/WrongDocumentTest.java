package io.github.reelay.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a document is one sentence: where, what is expected, what was found. */
class WrongDocumentTest {
  private static final String TASK = "/components/schemas/Task/properties/";
  private static final String GET = "/paths/~1v1~1video~1{task_id}/get";
  private static final String NAMES =
      "one of id, id.other, id.inner, status, status.inner, status.finer, progress.percent,"
          + " progress.fraction, model, prompt, createdAt, updatedAt, completedAt, expiresAt,"
          + " video.url, video.thumbnailUrl, video.previewUrl, video.format, video.duration,"
          + " video.width, video.height, video.size, failure, failure.code, failure.message,"
          + " failure.rejected";

  /**
   * A change of the document.
   *
   * @param from what is replaced
   * @param to what stands there then
   * @param sentence what is said of it
   */
  record Wrong(String from, String to, String sentence) {}

  static final List<Wrong> NAMED =
      List.of(
          new Wrong(
              "x-reelay: video.url\n",
              "x-reelay: video.ulr\n",
              " /components/schemas/File/properties/url/x-reelay: expected "
                  + NAMES
                  + ", found 'video.ulr'"),
          new Wrong(
              "x-reelay: progress.percent",
              "x-reelay: [progress.percent, percent]",
              " " + TASK + "progress/x-reelay: expected " + NAMES + ", found 'percent'"),
          new Wrong(
              "x-reelay: progress.percent",
              "x-reelay: {percent: progress}",
              " "
                  + TASK
                  + "progress/x-reelay: expected a name or a list of names, found an object"),
          new Wrong(
              "x-reelay: id\n",
              "x-reelay: id?\n",
              " "
                  + TASK
                  + "task_id/x-reelay: expected a last resort for video.url only, found 'id?'"),
          new Wrong(
              "          x-reelay: progress.percent",
              "          x-reelay: createdAt",
              " "
                  + TASK
                  + "progress/x-reelay: expected type string with x-time or type integer with"
                  + " x-time or type number with x-time for createdAt, found type string"),
          new Wrong(
              "          type: string\n          x-reelay: id\n",
              "          type: boolean\n          x-reelay: id\n",
              " "
                  + TASK
                  + "task_id/x-reelay: expected type string or x-shape scalar for id, found type"
                  + " boolean"),
          new Wrong(
              "x-reelay: id\n",
              "x-reelay: model\n",
              " /components/schemas/Response/properties/data: expected a property with x-reelay id"
                  + " in the task, found none"),
          new Wrong(
              "x-reelay: id\n",
              "x-reelay: status\n",
              " /components/schemas/Response/properties/data: expected one property with x-reelay"
                  + " status in the task, found 2 of them"),
          new Wrong(
              "          x-reelay: status\n",
              "",
              " /components/schemas/Response/properties/data: expected one property with x-reelay"
                  + " status in the task, found none"),
          new Wrong(
              "        code:\n          x-shape: scalar\n",
              "        code:\n          x-shape: scalar\n          x-reelay: failure.code\n",
              " /components/schemas/Response/properties/code/x-reelay: expected x-reelay inside the"
                  + " task at /data, found it at /code"),
          new Wrong(
              "{url: video.thumbnailUrl}",
              "{uri: video.thumbnailUrl}",
              " "
                  + TASK
                  + "cover/x-reelay-inside/uri: expected a member of the schema, found 'uri'"),
          new Wrong(
              "{message: failure.message, code: failure.code}",
              "failure.message",
              " "
                  + TASK
                  + "error/x-reelay-inside: expected names by member, found 'failure.message'"));

  static final List<Wrong> MEANT =
      List.of(
          new Wrong(
              "queued: [NOT_START, QUEUED]",
              "queued: [NOT_START]",
              " "
                  + TASK
                  + "status/x-means: expected a meaning for the documented word QUEUED, found"
                  + " none"),
          new Wrong(
              "running: [IN_PROGRESS]",
              "running: [IN_PROGRESS, RUNNING]",
              " "
                  + TASK
                  + "status/x-means: expected the documented words NOT_START, QUEUED, IN_PROGRESS,"
                  + " SUCCESS, FAILURE, found 'RUNNING'"),
          new Wrong(
              "succeeded: [SUCCESS]",
              "done: [SUCCESS]",
              " "
                  + TASK
                  + "status/x-means/done: expected one of queued, running, succeeded, failed,"
                  + " cancelled, expired, unknown, found 'done'"),
          new Wrong(
              "failed: [FAILURE]",
              "failed: [FAILURE, SUCCESS]",
              " "
                  + TASK
                  + "status/x-means/failed: expected each word with one meaning, found 'SUCCESS'"
                  + " twice"),
          new Wrong(
              "x-present-on: [SUCCESS, FAILURE]",
              "x-present-on: [SUCCESS, completed]",
              " "
                  + TASK
                  + "finish_time/x-present-on: expected words of x-means: NOT_START, QUEUED,"
                  + " IN_PROGRESS, SUCCESS, FAILURE, found 'completed'"),
          new Wrong(
              "x-unit: s\n",
              "x-unit: sec\n",
              " " + TASK + "finish_time/x-unit: expected s or ms for completedAt, found 'sec'"),
          new Wrong(
              "x-unit: s\n",
              "x-unit: percent\n",
              " " + TASK + "finish_time/x-unit: expected s or ms for completedAt, found 'percent'"),
          new Wrong(
              "        draft:\n",
              "        draft:\n          x-unit: s\n",
              " " + TASK + "draft/x-unit: expected x-reelay with it, found none"),
          new Wrong(
              "x-unset: 0",
              "x-unset: 1",
              " " + TASK + "finish_time/x-unset: expected 0, found '1'"),
          new Wrong(
              "x-reelay: progress.percent",
              "x-unset: 0",
              " "
                  + TASK
                  + "progress/x-unset: expected x-unset with type integer or number, found type"
                  + " string"));

  static final List<Wrong> ABOUT_THE_PROVIDER =
      List.of(
          new Wrong(
              "  x-provider: relay\n",
              "",
              " /info/x-provider: expected the provider's name, found none"),
          new Wrong(
              "x-provider: relay",
              "x-provider: My relay",
              " /info/x-provider: expected a provider name of lower-case letters, digits, dots,"
                  + " hyphens and underscores, found 'My relay'"),
          new Wrong(
              "interval: 15, ",
              "",
              " "
                  + GET
                  + "/x-polling/interval: expected a number of seconds, zero or more, found none"),
          new Wrong(
              "interval: 15",
              "interval: 15s",
              " "
                  + GET
                  + "/x-polling/interval: expected a number of seconds, zero or more, found '15s'"),
          new Wrong(
              "perSecond: 20",
              "perSecond: 0",
              " "
                  + GET
                  + "/x-polling/perSecond: expected a whole number of queries above zero, found"
                  + " '0'"),
          new Wrong(
              "perSecond: 20",
              "persecond: 20",
              " "
                  + GET
                  + "/x-polling/persecond: expected firstQuery, interval, givesUpAfter or"
                  + " perSecond, found 'persecond'"),
          new Wrong(
              "'2026-11-26'",
              "yesterday",
              " /info/x-last-verified: expected a date such as 2026-11-21, found 'yesterday'"),
          new Wrong(
              "url: https://relay.example/api",
              "url: https://relay example",
              " /servers/0/url: expected a base URL such as https://provider.example, found one"
                  + " that is not http or https, has no host, has a port that is not from 1 to"
                  + " 65535, or has user information, a query or a fragment"),
          new Wrong(
              "x-envelope: /data",
              "x-envelope: data",
              " " + GET + "/x-envelope: expected a JSON Pointer such as /data, found 'data'"),
          new Wrong(
              "x-envelope: /data",
              "x-envelope: /output",
              " "
                  + GET
                  + "/x-envelope: expected a pointer to a property of the response, found"
                  + " '/output'"),
          new Wrong(
              "- name: task_id",
              "- name: id",
              " "
                  + GET
                  + "/parameters/0/name: expected a name that the path has in braces, found 'id'"),
          new Wrong(
              "$ref: '#/components/schemas/Task'",
              "$ref: '#/components/schemas/Job'",
              " /components/schemas/Response/properties/data/allOf/0/$ref: expected a reference to"
                  + " what the document has, found '#/components/schemas/Job'"),
          new Wrong(
              "        mirrors:\n          type: array\n",
              "        mirrors:\n"
                  + "          allOf:\n"
                  + "            - $ref: '#/components/schemas/File'\n",
              " /components/schemas/File/properties/mirrors/allOf/0/$ref: expected a schema that"
                  + " does not contain itself, found a reference back to"
                  + " #/components/schemas/File"),
          new Wrong(
              "    get:\n", "    post:\n", " /paths: expected a path with a get, found an object"));

  @ParameterizedTest
  @FieldSource({"NAMED", "MEANT", "ABOUT_THE_PROVIDER"})
  void saysWhereAndWhat(Wrong wrong) {
    assertThatThrownBy(() -> Relay.changed(wrong.from(), wrong.to()))
        .isInstanceOf(DocumentException.class)
        .hasMessage("relay.yaml" + wrong.sentence());
  }

  @Test
  void namesTheLineOfWhatIsNoYaml() {
    assertThatThrownBy(() -> Relay.changed("openapi: 3.0.3", "openapi: [3.0.3"))
        .isInstanceOf(DocumentException.class)
        .hasMessageStartingWith("relay.yaml: expected YAML, found an error in line ");
    assertThatThrownBy(() -> DocumentYaml.read("relay.yaml", "- a"))
        .hasMessage("relay.yaml: expected an object, found an array");
    assertThatThrownBy(() -> DocumentYaml.read("relay.yaml", "a: 1\na: 2"))
        .hasMessageStartingWith("relay.yaml: expected YAML, found an error in line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void namesTheLineOfWhatNestsTooDeep(String level) {
    assertThatThrownBy(() -> DocumentYaml.read("relay.yaml", "a: 1\nb:\n  " + level.repeat(9_000)))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            "relay.yaml: expected a document of usual depth, found one that nests more in line 3");
    assertThatThrownBy(() -> DocumentYaml.read("relay.yaml", "a: 1\nb: &b [*b]"))
        .hasMessage(
            "relay.yaml: expected a document of usual depth, found one that nests more in line 2");
  }

  @Test
  void namesTheLineOfWhatRepeatsItselfTooOften() {
    StringBuilder text = new StringBuilder("a0: &a0 {x: 1}\n");
    for (int line = 1; line < 40; line++) {
      text.append("a%d: &a%d {x: *a%d, y: *a%d}\n".formatted(line, line, line - 1, line - 1));
    }

    assertThatThrownBy(() -> DocumentYaml.read("relay.yaml", text.toString()))
        .isInstanceOf(DocumentException.class)
        .hasMessage(
            "relay.yaml: expected a document of usual size, found one that is larger or repeats"
                + " more in line 17");
  }
}
