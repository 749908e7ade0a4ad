package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.Codex22Bodies.failedBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.flatBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.pendingBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.progress;
import static io.github.reelay.contracttests.pact.Codex22Bodies.reason;
import static io.github.reelay.contracttests.pact.Codex22Bodies.taskBody;
import static io.github.reelay.contracttests.pact.Codex22PactTest.query;
import static io.github.reelay.contracttests.pact.PactBodies.integer;
import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.PactBodies.status;

import java.util.List;
import java.util.Map;

/** What 22codex tells of a task, pinned: one interaction for each state and shape. */
final class Codex22Tasks {
  static final List<PactCase> CASES =
      List.of(
          query("queued", "a pending task without pending info")
              .responds(taskBody("pending", detail -> status(detail, "pending")))
              .reads(
                  "readsAPendingTaskAsQueued",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"queued","providerStatus":"pending",
                   "terminal":false,"model":"sora-2","prompt":"make animate",
                   "updatedAt":"2025-10-06T15:14:11.908Z","findings":[]}
                  """),
          query("queued-lean", "a pending task with the required members alone")
              .like("queued")
              .without("/detail", "/status_update_time")
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "sora-2:task_01k6x15v");
                        status(body, "pending");
                      }))
              .reads(
                  "readsATaskWithTheRequiredMembersAlone",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"queued","providerStatus":"pending",
                   "terminal":false,"model":"sora-2","findings":[]}
                  """),
          query("running", "a pending task with pending info")
              .responds(
                  pendingBody(
                      pending -> {
                        status(pending, "processing");
                        progress(pending);
                      }))
              .reads(
                  "readsAPendingTaskInProgressAsRunning",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"running",
                   "providerStatus":"pending","terminal":false,"progressPercent":93,
                   "model":"sora-2","prompt":"make animate",
                   "createdAt":"2025-10-06T15:10:26.875729Z","updatedAt":"2025-10-06T15:14:11.908Z",
                   "findings":[]}
                  """),
          query("running-by-progress", "a pending task with progress only")
              .like("running")
              .without("/detail/pending_info/status")
              .responds(pendingBody(pending -> progress(pending)))
              .reads(
                  "readsAPendingTaskWithProgressAsRunning",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"running",
                   "providerStatus":"pending","terminal":false,"progressPercent":93,
                   "model":"sora-2","prompt":"make animate",
                   "createdAt":"2025-10-06T15:10:26.875729Z","updatedAt":"2025-10-06T15:14:11.908Z",
                   "findings":[]}
                  """),
          query("status-conflict", "a pending task that says completed inside")
              .like("queued")
              .with("/detail/status", "completed")
              .responds(taskBody("pending", detail -> status(detail, "completed")))
              .reads(
                  "believesTheWordAtTheTop",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"queued","providerStatus":"pending",
                   "terminal":false,"model":"sora-2","prompt":"make animate",
                   "updatedAt":"2025-10-06T15:14:11.908Z","findings":[{"kind":"status-conflict",
                   "pointer":"/detail/status",
                   "detail":"a final status inside, another one at the top"}]}
                  """),
          query("failed", "a failed task")
              .responds(
                  failedBody(
                      pending -> {
                        progress(pending);
                        pending.stringType("failure_reason", "No output");
                      }))
              .reads(
                  "readsAFailedTask",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"failed","providerStatus":"failed",
                   "terminal":true,"progressPercent":93,"model":"sora-2","prompt":"make animate",
                   "createdAt":"2025-10-06T15:10:26.875729Z","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:14:11.908Z","failure":{"kind":"generation-failed",
                   "origin":"task","message":"No output","httpStatus":200,"retry":"no"},
                   "findings":[{"kind":"undocumented-value","pointer":"/status",
                   "detail":"the contract does not name this word"}]}
                  """),
          query("rejected", "a task rejected for its content")
              .responds(
                  failedBody(
                      pending -> {
                        pending.stringType("failure_reason", "Held back");
                        pending.object(
                            "moderation_result",
                            result -> {
                              result.stringType(
                                  "code",
                                  "output_rejected"); // The mapper takes this value for the refusal
                              // of a
                              // finished video.
                              result.booleanValue("is_output_rejection", true);
                            });
                      }))
              .reads(
                  "readsARejectionFromTheModeration",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"failed","providerStatus":"failed",
                   "terminal":true,"model":"sora-2","prompt":"make animate",
                   "createdAt":"2025-10-06T15:10:26.875729Z","updatedAt":"2025-10-06T15:14:11.908Z",
                   "completedAt":"2025-10-06T15:14:11.908Z","failure":{"kind":"content-rejected",
                   "origin":"task","code":"output_rejected","message":"Held back","httpStatus":200,
                   "retry":"no"},"findings":[{"kind":"undocumented-value","pointer":"/status",
                   "detail":"the contract does not name this word"}]}
                  """),
          query("flat-running", "a flat task in progress")
              .responds(flatBody("in_progress", body -> integer(body, "progress", 45)))
              .reads(
                  "readsAFlatTaskInProgress",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"video_5c6a605a","status":"running","providerStatus":"in_progress",
                   "terminal":false,"progressPercent":45,"model":"sora-2",
                   "createdAt":"2025-10-28T03:30:32Z","findings":[{"kind":"undocumented-value",
                   "pointer":"/status","detail":"the contract does not name this word"}]}
                  """),
          query("flat-failed", "a flat failed task")
              .like("flat-running")
              .with("/status", "failed")
              .with("/error", Map.of("code", "no_output", "message", "No output"))
              .responds(flatBody("failed", body -> reason(body, "no_output", "No output")))
              .reads(
                  "readsAFlatFailedTask",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"video_5c6a605a","status":"failed","providerStatus":"failed",
                   "terminal":true,"model":"sora-2","createdAt":"2025-10-28T03:30:32Z",
                   "failure":{"kind":"generation-failed","origin":"task","code":"no_output",
                   "message":"No output","httpStatus":200,"retry":"no"},
                   "findings":[{"kind":"undocumented-value","pointer":"/status",
                   "detail":"the contract does not name this word"}]}
                  """),
          query("unknown-word", "a task with a status that no document names")
              .like("queued")
              .with("/status", "archived")
              .responds(
                  json(
                      body -> {
                        body.stringType("id", "sora-2:task_01k6x15v");
                        body.stringType("status", "archived");
                        integer(body, "status_update_time", 1759763651908L);
                        body.object(
                            "detail",
                            detail ->
                                detail.object(
                                    "input", input -> input.stringType("prompt", "make animate")));
                      }))
              .reads(
                  "keepsAnUnknownWord",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"unknown",
                   "providerStatus":"archived","terminal":false,"model":"sora-2",
                   "prompt":"make animate","updatedAt":"2025-10-06T15:14:11.908Z",
                   "findings":[{"kind":"undocumented-value","pointer":"/status",
                   "detail":"the contract does not name this word"}]}
                  """),
          query("undocumented-field", "a task with a field that no document names")
              .like("queued")
              .withUndeclared("/region", "eu")
              .responds(taskBody("pending", body -> body.stringType("region", "eu"), detail -> {}))
              .reads(
                  "namesAnUndocumentedField",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "reportedId":"sora-2:task_01k6x15v","status":"queued","providerStatus":"pending",
                   "terminal":false,"model":"sora-2","prompt":"make animate",
                   "updatedAt":"2025-10-06T15:14:11.908Z","findings":[{"kind":"undocumented-field",
                   "pointer":"/region","detail":"the contract declares no such member"}]}
                  """));

  private Codex22Tasks() {}
}
