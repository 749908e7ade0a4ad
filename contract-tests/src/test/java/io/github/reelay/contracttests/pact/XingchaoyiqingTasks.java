package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.integer;
import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.PactBodies.status;
import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.nulls;
import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.taskBody;
import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.video;
import static io.github.reelay.contracttests.pact.XingchaoyiqingPactTest.query;

import java.util.List;
import java.util.Map;

/** What xingchaoyiqing tells of a task, pinned: one interaction for each state and shape. */
final class XingchaoyiqingTasks {
  static final List<PactCase> CASES =
      List.of(
          query("queued", "a task in the queue, with explicit nulls")
              .responds(taskBody("queued", body -> nulls(body, "video_url", "error")))
              .reads(
                  "readsATaskInTheQueue",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"queued",
                   "providerStatus":"queued","terminal":false,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","findings":[]}
                  """),
          query("queued-lean", "a task in the queue, with absent members")
              .like("queued")
              .without("/video_url", "/error")
              .responds(taskBody("queued", body -> {}))
              .reads(
                  "readsAbsentMembersLikeNulls",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"queued",
                   "providerStatus":"queued","terminal":false,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","findings":[]}
                  """),
          query("running", "a task in progress")
              .responds(taskBody("processing", body -> nulls(body, "video_url", "error")))
              .reads(
                  "readsATaskInProgress",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"running",
                   "providerStatus":"processing","terminal":false,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","findings":[]}
                  """),
          query("completed", "a completed task, with an explicit null")
              .responds(
                  taskBody(
                      "completed",
                      body -> {
                        video(body);
                        body.numberType("actualDuration", 10);
                        nulls(body, "error");
                      }))
              .reads(
                  "readsACompletedTask",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"openAiSora2Plus","createdAt":"2026-03-26T02:56:11Z",
                   "video":{"url":"https://files.example.com/1.mp4?signature=s","format":"mp4",
                   "durationSeconds":10.0,"expiresAt":"2026-11-22T12:00:00Z",
                   "expiryEstimated":true},"findings":[]}
                  """),
          query("completed-lean", "a completed task, with absent members")
              .like("completed")
              .without("/error", "/actualDuration")
              .responds(taskBody("completed", body -> video(body)))
              .reads(
                  "readsACompletedTaskWithoutItsLength",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"succeeded",
                   "providerStatus":"completed","terminal":true,"progressPercent":100,
                   "model":"openAiSora2Plus","createdAt":"2026-03-26T02:56:11Z",
                   "video":{"url":"https://files.example.com/1.mp4?signature=s","format":"mp4",
                   "expiresAt":"2026-11-22T12:00:00Z","expiryEstimated":true},"findings":[]}
                  """),
          query("completed-without-video", "a completed task without a video")
              .responds(taskBody("completed", body -> nulls(body, "video_url", "error")))
              .reads(
                  "readsACompletedTaskWithoutAVideoAsFailed",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"failed",
                   "providerStatus":"completed","terminal":true,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","failure":{"kind":"video-missing",
                   "origin":"task","httpStatus":200,"retry":"yes"},"findings":[]}
                  """),
          query("failed", "a failed task")
              .responds(
                  taskBody(
                      "failed",
                      body -> {
                        nulls(body, "video_url");
                        body.stringType("error", "No output");
                      }))
              .reads(
                  "readsAFailedTask",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"failed",
                   "providerStatus":"failed","terminal":true,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","failure":{"kind":"generation-failed",
                   "origin":"task","message":"No output","httpStatus":200,"retry":"no"},
                   "findings":[]}
                  """),
          query("failed-with-object", "a failed task with its reason as an object")
              .like("failed")
              .with("/error", Map.of("code", "no_output", "message", "No output"))
              .responds(
                  taskBody(
                      "failed",
                      body ->
                          body.object(
                              "error",
                              error -> {
                                error.stringType("code", "no_output");
                                error.stringType("message", "No output");
                              })))
              .reads(
                  "readsAReasonThatIsAnObject",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"failed",
                   "providerStatus":"failed","terminal":true,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","failure":{"kind":"generation-failed",
                   "origin":"task","code":"no_output","message":"No output","httpStatus":200,
                   "retry":"no"},"findings":[]}
                  """),
          query("rejected", "a task rejected for its content")
              .responds(
                  taskBody(
                      "failed",
                      body -> {
                        nulls(body, "video_url"); // The mapper tells a rejection by these words.
                        body.stringMatcher(
                            "error", ".*prohibited content.*", "It has prohibited content");
                      }))
              .reads(
                  "readsARejectionFromTheMessage",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"failed",
                   "providerStatus":"failed","terminal":true,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","failure":{"kind":"content-rejected",
                   "origin":"task","message":"It has prohibited content","httpStatus":200,
                   "retry":"no"},"findings":[]}
                  """),
          query("cancelled", "a cancelled task")
              .responds(taskBody("cancelled", body -> nulls(body, "video_url", "error")))
              .reads(
                  "readsACancelledTask",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"cancelled",
                   "providerStatus":"cancelled","terminal":true,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","findings":[]}
                  """),
          query("creation-failed", "a task that could not be created")
              .responds(
                  json(
                      body -> {
                        nulls(body, "id", "model");
                        status(body, "failed");
                        integer(body, "created", 1774493771);
                        body.stringType("error", "Creation failed");
                      }))
              .reads(
                  "readsATaskThatCouldNotBeCreated",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"failed",
                   "providerStatus":"failed","terminal":true,"createdAt":"2026-03-26T02:56:11Z",
                   "failure":{"kind":"generation-failed","origin":"task",
                   "message":"Creation failed","httpStatus":200,"retry":"no"},
                   "findings":[{"kind":"missing-field","pointer":"/id",
                   "detail":"every task has this member"}]}
                  """),
          query("unknown-word", "a task with a status that no document names")
              .like("running")
              .with("/status", "archived")
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "sora_abc123def456");
                        body.stringType("status", "archived");
                        body.stringType("model", "openAiSora2Plus");
                        integer(body, "created", 1774493771);
                      }))
              .reads(
                  "keepsAnUnknownWord",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"unknown",
                   "providerStatus":"archived","terminal":false,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","findings":[{"kind":"undocumented-value",
                   "pointer":"/status","detail":"the contract does not name this word"}]}
                  """),
          query("undocumented-field", "a task with a field that no document names")
              .like("running")
              .withUndeclared("/region", "eu")
              .responds(taskBody("processing", body -> body.stringType("region", "eu")))
              .reads(
                  "namesAnUndocumentedField",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456","status":"running",
                   "providerStatus":"processing","terminal":false,"model":"openAiSora2Plus",
                   "createdAt":"2026-03-26T02:56:11Z","findings":[{"kind":"undocumented-field",
                   "pointer":"/region","detail":"the contract declares no such member"}]}
                  """));

  private XingchaoyiqingTasks() {}
}
