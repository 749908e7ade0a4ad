package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.integer;
import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.PactBodies.status;
import static io.github.reelay.contracttests.pact.PactBodies.url;
import static io.github.reelay.contracttests.pact.ToapisBodies.completedBody;
import static io.github.reelay.contracttests.pact.ToapisBodies.items;
import static io.github.reelay.contracttests.pact.ToapisBodies.reason;
import static io.github.reelay.contracttests.pact.ToapisBodies.result;
import static io.github.reelay.contracttests.pact.ToapisBodies.taskBody;
import static io.github.reelay.contracttests.pact.ToapisPactTest.query;

import java.util.List;
import java.util.Map;

/** What toapis tells of a task, pinned: one interaction for each state and shape. */
final class ToapisTasks {
  private static final String MP4 = "https://files.example.com/1.mp4";
  private static final String SECOND = "https://files.example.com/2.mp4";

  static final List<PactCase> CASES =
      List.of(
          query("queued", "a task in the queue")
              .responds(taskBody("queued", 0, body -> {}))
              .reads(
                  "readsATaskInTheQueue",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"queued","providerStatus":"queued",
                   "terminal":false,"progressPercent":0,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","findings":[]}
                  """),
          query("queued-lean", "a task in the queue with the required members alone")
              .like("queued")
              .without("/object", "/model", "/progress", "/created_at")
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "video_7497f4d5");
                        status(body, "queued");
                      }))
              .reads(
                  "readsATaskWithTheRequiredMembersAlone",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"queued","providerStatus":"queued",
                   "terminal":false,"findings":[]}
                  """),
          query("submitted", "a task that was submitted")
              .responds(taskBody("submitted", 0, body -> {}))
              .reads(
                  "readsSubmittedAsQueued",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"queued","providerStatus":"submitted",
                   "terminal":false,"progressPercent":0,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","findings":[]}
                  """),
          query("running", "a task in progress")
              .responds(taskBody("in_progress", 45, body -> {}))
              .reads(
                  "readsATaskInProgress",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"running","providerStatus":"in_progress",
                   "terminal":false,"progressPercent":45,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","findings":[]}
                  """),
          query("completed", "a completed task with the video in the result")
              .responds(completedBody(body -> result(body, MP4)))
              .reads(
                  "readsTheVideoInTheResult",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"succeeded","providerStatus":"completed",
                   "terminal":true,"progressPercent":100,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","completedAt":"2026-01-14T08:48:34Z",
                   "video":{"url":"https://files.example.com/1.mp4","format":"mp4",
                   "expiresAt":"2026-01-15T08:48:34Z"},"findings":[]}
                  """),
          query("completed-lean", "a completed task with its address alone")
              .like("completed")
              .without(
                  "/object",
                  "/model",
                  "/progress",
                  "/created_at",
                  "/completed_at",
                  "/expires_at",
                  "/result/type")
              .with("/result/data", List.of(Map.of("url", MP4)))
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "video_7497f4d5");
                        status(body, "completed");
                        body.object(
                            "result",
                            result ->
                                result.array(
                                    "data", data -> data.object(item -> url(item, "url", MP4))));
                      }))
              .reads(
                  "readsACompletedTaskWithItsAddressAlone",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"succeeded","providerStatus":"completed",
                   "terminal":true,"progressPercent":100,
                   "video":{"url":"https://files.example.com/1.mp4",
                   "expiresAt":"2026-11-22T12:00:00Z","expiryEstimated":true},"findings":[]}
                  """),
          query("two-videos", "a completed task with two videos")
              .like("completed")
              .with("/result/data", items(MP4, SECOND))
              .responds(completedBody(body -> result(body, MP4, SECOND)))
              .reads(
                  "losesNoneOfTwoVideos",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"succeeded","providerStatus":"completed",
                   "terminal":true,"progressPercent":100,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","completedAt":"2026-01-14T08:48:34Z",
                   "video":{"url":"https://files.example.com/1.mp4","format":"mp4",
                   "expiresAt":"2026-01-15T08:48:34Z"},
                   "moreVideos":[{"url":"https://files.example.com/2.mp4","format":"mp4",
                   "expiresAt":"2026-01-15T08:48:34Z"}],"findings":[]}
                  """),
          query("completed-top-level-url", "a completed task with the video at the top level")
              .responds(
                  completedBody(
                      body -> {
                        url(body, "url", MP4);
                        url(body, "thumbnail", "https://files.example.com/1.jpg");
                        body.numberType("duration", 10);
                      }))
              .reads(
                  "readsTheVideoAtTheTopLevel",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"succeeded","providerStatus":"completed",
                   "terminal":true,"progressPercent":100,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","completedAt":"2026-01-14T08:48:34Z",
                   "video":{"url":"https://files.example.com/1.mp4",
                   "thumbnailUrl":"https://files.example.com/1.jpg","durationSeconds":10.0,
                   "expiresAt":"2026-01-15T08:48:34Z"},"findings":[]}
                  """),
          query("completed-without-video", "a completed task without a video")
              .responds(completedBody(body -> {}))
              .reads(
                  "readsACompletedTaskWithoutAVideoAsFailed",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"failed","providerStatus":"completed",
                   "terminal":true,"model":"sora-2","createdAt":"2026-01-14T08:43:42Z",
                   "completedAt":"2026-01-14T08:48:34Z","failure":{"kind":"video-missing",
                   "origin":"task","httpStatus":200,"retry":"yes"},"findings":[]}
                  """),
          query("failed", "a failed task")
              .responds(
                  taskBody("failed", 0, body -> reason(body, "generation_failed", "No output")))
              .reads(
                  "readsAFailedTask",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"failed","providerStatus":"failed",
                   "terminal":true,"progressPercent":0,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","failure":{"kind":"generation-failed",
                   "origin":"task","code":"generation_failed","message":"No output",
                   "httpStatus":200,"retry":"no"},"findings":[]}
                  """),
          query("failed-with-completion", "a failed task with a completion time")
              .responds(
                  taskBody(
                      "failed",
                      100,
                      body -> {
                        integer(body, "completed_at", 1768380514);
                        reason(body, "InvalidParameter", "Not valid");
                      }))
              .reads(
                  "readsWhenAFailedTaskEnded",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"failed","providerStatus":"failed",
                   "terminal":true,"progressPercent":100,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","completedAt":"2026-01-14T08:48:34Z",
                   "failure":{"kind":"generation-failed","origin":"task","code":"InvalidParameter",
                   "message":"Not valid","httpStatus":200,"retry":"no"},"findings":[]}
                  """),
          query("rejected", "a task rejected for its content")
              .responds(
                  taskBody(
                      "failed",
                      0,
                      body ->
                          body.object(
                              "error",
                              error -> {
                                error.stringType(
                                    "code",
                                    "generation_failed"); // The mapper tells a rejection by these
                                // words.
                                error.stringMatcher(
                                    "message",
                                    ".*content policy.*",
                                    "It violates the content policy");
                              })))
              .reads(
                  "readsARejectionFromTheMessage",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"failed","providerStatus":"failed",
                   "terminal":true,"progressPercent":0,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","failure":{"kind":"content-rejected",
                   "origin":"task","code":"generation_failed",
                   "message":"It violates the content policy","httpStatus":200,"retry":"no"},
                   "findings":[]}
                  """),
          query("unknown-word", "a task with a status that no document names")
              .like("running")
              .with("/status", "archived")
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "video_7497f4d5");
                        body.stringType("status", "archived");
                        body.stringType("model", "sora-2");
                        integer(body, "progress", 45);
                        integer(body, "created_at", 1768380222);
                      }))
              .reads(
                  "keepsAnUnknownWord",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"unknown","providerStatus":"archived",
                   "terminal":false,"progressPercent":45,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","findings":[{"kind":"undocumented-value",
                   "pointer":"/status","detail":"the contract does not name this word"}]}
                  """),
          query("undocumented-field", "a task with a field that no document names")
              .like("running")
              .withUndeclared("/region", "eu")
              .responds(taskBody("in_progress", 45, body -> body.stringType("region", "eu")))
              .reads(
                  "namesAnUndocumentedField",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"running","providerStatus":"in_progress",
                   "terminal":false,"progressPercent":45,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","findings":[{"kind":"undocumented-field",
                   "pointer":"/region","detail":"the contract declares no such member"}]}
                  """),
          query("older-name", "a task that repeats its id under the older name")
              .like("submitted")
              .with("/task_id", "video_7497f4d5")
              .responds(
                  taskBody("submitted", 0, body -> body.stringType("task_id", "video_7497f4d5")))
              .reads(
                  "readsTheOlderNameOfTheIdWithoutAFinding",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "reportedId":"video_7497f4d5","status":"queued","providerStatus":"submitted",
                   "terminal":false,"progressPercent":0,"model":"sora-2",
                   "createdAt":"2026-01-14T08:43:42Z","findings":[]}
                  """));

  private ToapisTasks() {}
}
