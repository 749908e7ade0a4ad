package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.ToapisBodies.errorBody;
import static io.github.reelay.contracttests.pact.ToapisBodies.reason;
import static io.github.reelay.contracttests.pact.ToapisPactTest.query;

import java.util.List;

/** What toapis refuses, pinned: one interaction for each error. */
final class ToapisRefusals {
  static final List<PactCase> CASES =
      List.of(
          query("invalid-request", "a task by a request that is not valid")
              .responds(400, errorBody(400, "invalid_request", "Invalid request"))
              .reads(
                  "readsAnInvalidRequest",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"invalid-request","origin":"relay","code":"400",
                   "message":"Invalid request","httpStatus":400,"retry":"no"},"findings":[]}
                  """),
          query("unauthorized", "a task with a key that is not accepted")
              .responds(401, errorBody(401, "unauthorized", "Authentication failed"))
              .reads(
                  "readsARefusedKey",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"unauthorized","origin":"relay","code":"401",
                   "message":"Authentication failed","httpStatus":401,"retry":"no"},"findings":[]}
                  """),
          query("quota-exhausted", "a task when the balance is used up")
              .responds(402, errorBody(402, "insufficient_quota", "Insufficient balance"))
              .reads(
                  "readsAnEmptyBalance",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"quota-exhausted","origin":"relay","code":"402",
                   "message":"Insufficient balance","httpStatus":402,"retry":"no"},"findings":[]}
                  """),
          query("not-found", "a task that does not exist")
              .responds(404, errorBody(404, "task_not_found", "Task not found"))
              .reads(
                  "readsAnUnknownTask",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"not-found","origin":"relay","code":"404",
                   "message":"Task not found","httpStatus":404,"retry":"no"},"findings":[]}
                  """),
          query("content-rejected", "a task whose content was refused")
              .responds(422, errorBody(422, "content_policy_violation", "Content refused"))
              .reads(
                  "readsRefusedContent",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"content-rejected","origin":"relay","code":"422",
                   "message":"Content refused","httpStatus":422,"retry":"no"},"findings":[]}
                  """),
          query("rate-limited", "a task too often")
              .respondsRetryAfter(errorBody(429, "rate_limit_exceeded", "Rate limit exceeded"))
              .reads(
                  "readsWhenToAskAgain",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"rate-limited","origin":"relay","code":"429",
                   "message":"Rate limit exceeded","httpStatus":429,"retry":"yes",
                   "retryAfterSeconds":30},"findings":[]}
                  """),
          query("rate-limited-by-word", "a task too often, said in a word")
              .respondsRetryAfter(
                  json(body -> reason(body, "rate_limit_exceeded", "Rate exceeded")))
              .reads(
                  "readsAWordAsTheCode",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"rate-limited","origin":"relay","code":"rate_limit_exceeded",
                   "message":"Rate exceeded","httpStatus":429,"retry":"yes","retryAfterSeconds":30},
                   "findings":[]}
                  """),
          query("provider-error", "a task while the provider fails")
              .responds(500, errorBody(500, "internal_error", "Internal server error"))
              .reads(
                  "readsAnErrorOfTheProvider",
                  """
                  {"provider":"toapis","id":"task_01K9S419324DREZFBWNSVXYR6H",
                   "failure":{"kind":"provider-error","origin":"relay","code":"500",
                   "message":"Internal server error","httpStatus":500,"retry":"yes"},"findings":[]}
                  """));

  private ToapisRefusals() {}
}
