package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.Codex22Bodies.errorBody;
import static io.github.reelay.contracttests.pact.Codex22PactTest.query;
import static io.github.reelay.contracttests.pact.PactBodies.json;

import java.util.List;

/** What 22codex refuses, pinned: one interaction for each error. */
final class Codex22Refusals {
  static final List<PactCase> CASES =
      List.of(
          query("task-not-exist", "a task that does not exist, said in a word")
              .responds(
                  400,
                  json(
                      body -> { // The mapper knows the word, which outweighs the status.
                        body.stringValue("code", "task_not_exist");
                        body.stringType("message", "No such task");
                      }))
              .reads(
                  "readsTheWordForAnUnknownTask",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "failure":{"kind":"not-found","origin":"relay","code":"task_not_exist",
                   "message":"No such task","httpStatus":400,"retry":"no"},"findings":[]}
                  """),
          query("unauthorized", "a task with a key that is not accepted")
              .responds(401, errorBody("invalid_api_key", "Not valid"))
              .reads(
                  "readsARefusedKey",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "failure":{"kind":"unauthorized","origin":"relay","code":"invalid_api_key",
                   "message":"Not valid","httpStatus":401,"retry":"no"},"findings":[]}
                  """),
          query("not-found", "a task that does not exist")
              .responds(404, errorBody("not_found", "No such task"))
              .reads(
                  "readsAnUnknownTask",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "failure":{"kind":"not-found","origin":"relay","code":"not_found",
                   "message":"No such task","httpStatus":404,"retry":"no"},"findings":[]}
                  """),
          query("rate-limited", "a task too often")
              .respondsRetryAfter(errorBody("rate_limit_exceeded", "Too many requests"))
              .reads(
                  "readsWhenToAskAgain",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "failure":{"kind":"rate-limited","origin":"relay","code":"rate_limit_exceeded",
                   "message":"Too many requests","httpStatus":429,"retry":"yes",
                   "retryAfterSeconds":30},"findings":[]}
                  """),
          query("provider-error", "a task while the provider fails")
              .responds(500, errorBody("internal_error", "Internal server error"))
              .reads(
                  "readsAnErrorOfTheProvider",
                  """
                  {"provider":"22codex","id":"sora-2:task_01kbfq03gpe0wr9ge11z09xqrj",
                   "failure":{"kind":"provider-error","origin":"relay","code":"internal_error",
                   "message":"Internal server error","httpStatus":500,"retry":"yes"},"findings":[]}
                  """));

  private Codex22Refusals() {}
}
