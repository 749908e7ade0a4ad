package io.github.reelay.lint.rule;

import static io.github.reelay.lint.rule.WrongDocument.put;

import java.util.List;

/** Keywords that nothing reads where they stand, each with what to do instead. */
final class MisplacedKeywords {
  private static final String GET = "/paths/~1tasks~1{id}/get";
  private static final String ID = GET + "/parameters/0";
  private static final String LIMITED = GET + "/responses/429";
  private static final String RETRY_AFTER = LIMITED + "/headers/Retry-After";
  private static final String TASK = "/components/schemas/Task";
  private static final String OK_VALUE =
      GET + "/responses/200/content/application~1json/examples/running/value";
  private static final String OF_PARAMETER =
      ": expected one of description, example, in, name, required, schema, x-facts, x-inferred in a"
          + " parameter, found ";
  private static final String OF_TEXT =
      ": expected one of description, nullable, type, x-facts, x-inferred, x-known-values, x-means,"
          + " x-present-on, x-reelay, x-time, x-unit in a text, found ";
  private static final String AS_IT_IS =
      "leave it out, because the id is percent-encoded by one rule for all providers";

  static final List<WrongDocument> ALL =
      List.of(
          keyword(ID, "style", "matrix", OF_PARAMETER, AS_IT_IS),
          keyword(ID, "explode", "true", OF_PARAMETER, AS_IT_IS),
          keyword(ID, "allowReserved", "true", OF_PARAMETER, AS_IT_IS),
          keyword(
              ID,
              "deprecated",
              "true",
              OF_PARAMETER,
              "leave it out and say it in the description, which becomes Javadoc"),
          keyword(
              ID + "/schema",
              "pattern",
              "'^task_'",
              ": expected one of format, type in the schema of a parameter, found ",
              "leave it out and say it in the description, because a text of another form is read"
                  + " too"),
          keyword(
              TASK + "/properties/id",
              "pattern",
              "'^task_'",
              OF_TEXT,
              "leave it out and say it in the description, because a text of another form is read"
                  + " too"),
          keyword(
              TASK + "/properties/id",
              "example",
              "task_1",
              OF_TEXT,
              "move it to the named examples of the response, which are checked"),
          keyword(TASK + "/properties/id", "x-polling", "{}", OF_TEXT, "move it to an operation"),
          keyword(
              GET,
              "deprecated",
              "true",
              ": expected one of description, operationId, parameters, responses, summary, tags,"
                  + " x-envelope, x-facts, x-inferred, x-polling, x-unknown-task, x-validity,"
                  + " x-video-format in an operation, found ",
              "leave it out and say it in the description, which becomes Javadoc"),
          keyword(
              "/paths/~1tasks~1{id}",
              "delete",
              "{responses: {}}",
              ": expected one of get, x-facts, x-inferred in a path, found ",
              "leave it out, because the document describes the query of a task and nothing else"),
          keyword(
              RETRY_AFTER,
              "required",
              "true",
              ": expected one of description, example, schema, x-facts, x-inferred in a header,"
                  + " found ",
              "leave it out, because a response without it is read too; a schema lists what is"
                  + " required"),
          keyword(
              TASK,
              "additionalProperties",
              "false",
              ": expected one of description, nullable, properties, required, type, x-facts,"
                  + " x-inferred, x-present-on in an object, found ",
              "leave it out, because a member that no schema declares is read with a finding"),
          keyword(
              TASK + "/properties/progress",
              "xml",
              "{}",
              ": expected one of description, format, maximum, minimum, nullable, type, x-facts,"
                  + " x-inferred, x-present-on, x-reelay, x-time, x-unit, x-unset in a number,"
                  + " found ",
              "leave it out, because nothing reads xml there"),
          put(
              Rule.RETRY_AFTER,
              RETRY_AFTER + "/schema",
              "{type: integer, format: int64}",
              RETRY_AFTER
                  + "/schema/type: expected type string for Retry-After, found integer; it may be a"
                  + " date as well as seconds"),
          put(
              Rule.REQUIRED,
              TASK + "/required",
              "[id, created_at]",
              TASK + "/required/1: expected what every example of a task has, found created_at"),
          put(
              Rule.EXAMPLE_VALUES,
              OK_VALUE + "/progress",
              "half",
              OK_VALUE + "/progress: expected an integer, found \"half\""),
          put(
              Rule.EXAMPLE_VALUES,
              OK_VALUE + "/status",
              "null",
              OK_VALUE + "/status: expected text, which is not nullable, found null"),
          put(
              Rule.EXAMPLE_VALUES,
              OK_VALUE + "/seed",
              "5",
              OK_VALUE + "/seed: expected a member that the schema declares, found 'seed'"),
          put(
              Rule.EXAMPLE_VALUES,
              OK_VALUE,
              "{id: task_1}",
              OK_VALUE + ": expected the required member status, found none"));

  private MisplacedKeywords() {}

  private static WrongDocument keyword(
      String element, String name, String value, String expected, String advice) {
    return put(
        Rule.KEYWORDS,
        element + "/" + name,
        value,
        element + "/" + name + expected + "'" + name + "'; " + advice);
  }
}
