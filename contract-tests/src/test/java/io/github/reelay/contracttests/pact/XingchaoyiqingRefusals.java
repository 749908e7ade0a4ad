package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.errorBody;
import static io.github.reelay.contracttests.pact.XingchaoyiqingPactTest.query;

import java.util.List;

/** What xingchaoyiqing refuses, pinned: one interaction for each error. */
final class XingchaoyiqingRefusals {
  static final List<PactCase> CASES =
      List.of(
          query("unauthorized", "a task with a key that is not accepted")
              .responds(401, errorBody(401, "Not valid"))
              .reads(
                  "readsARefusedKey",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456",
                   "failure":{"kind":"unauthorized","origin":"relay","code":"401",
                   "message":"Not valid","httpStatus":401,"retry":"no"},"findings":[]}
                  """),
          query("not-found", "a task that does not exist")
              .responds(404, errorBody(404, "No such task"))
              .reads(
                  "readsAnUnknownTask",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456",
                   "failure":{"kind":"not-found","origin":"relay","code":"404",
                   "message":"No such task","httpStatus":404,"retry":"no"},"findings":[]}
                  """),
          query("rate-limited", "a task too often")
              .respondsRetryAfter(json(body -> body.stringType("error", "Too many requests")))
              .reads(
                  "readsWhenToAskAgain",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456",
                   "failure":{"kind":"rate-limited","origin":"relay","message":"Too many requests",
                   "httpStatus":429,"retry":"yes","retryAfterSeconds":30},"findings":[]}
                  """),
          query("provider-error", "a task while the provider fails")
              .responds(500, json(body -> body.stringType("error", "Internal server error")))
              .reads(
                  "readsAnErrorOfTheProvider",
                  """
                  {"provider":"xingchaoyiqing","id":"sora_abc123def456",
                   "failure":{"kind":"provider-error","origin":"relay",
                   "message":"Internal server error","httpStatus":500,"retry":"yes"},"findings":[]}
                  """));

  private XingchaoyiqingRefusals() {}
}
