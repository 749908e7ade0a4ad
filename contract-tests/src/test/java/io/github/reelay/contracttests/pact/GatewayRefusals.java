package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.json;

import java.util.List;
import java.util.Map;

/** The shapes of a refusal that no provider documents but each may send, as gateways do. */
final class GatewayRefusals {
  private GatewayRefusals() {}

  /** One interaction for each shape, with that provider. */
  static List<PactCase> of(ProviderPact pact) {
    return List.of(
        pact.query("gateway-code", "a task, refused by a gateway with a code")
            .like("unauthorized")
            .without("/error")
            .with("/code", "invalid_token")
            .with("/message", "The token has expired")
            .responds(
                401,
                json(
                    body -> {
                      body.stringType("code", "invalid_token");
                      body.stringType("message", "The token has expired");
                    }))
            .reads(
                "readsTheCodeAndTheMessageOfAGateway",
                pact.named(
                    """
                    {"provider":"%s","id":"%s","failure":{"kind":"unauthorized","origin":"relay",
                     "code":"invalid_token","message":"The token has expired","httpStatus":401,
                     "retry":"no"},"findings":[]}
                    """)),
        pact.query("gateway-msg", "a task, refused by a gateway with a short message")
            .like("not-found")
            .without("/error")
            .with("/msg", "No such task")
            .responds(404, json(body -> body.stringType("msg", "No such task")))
            .reads(
                "readsTheMessageUnderItsShortName",
                pact.named(
                    """
                    {"provider":"%s","id":"%s","failure":{"kind":"not-found","origin":"relay",
                     "message":"No such task","httpStatus":404,"retry":"no"},"findings":[]}
                    """)),
        pact.query("error-text", "a task, refused with an error in plain text")
            .like("not-found")
            .with("/error", "The record has been deleted")
            .responds(404, json(body -> body.stringType("error", "The record has been deleted")))
            .reads(
                "readsAnErrorInPlainText",
                pact.named(
                    """
                    {"provider":"%s","id":"%s","failure":{"kind":"not-found","origin":"relay",
                     "message":"The record has been deleted","httpStatus":404,"retry":"no"},
                     "findings":[]}
                    """)),
        pact.query("error-type", "a task, refused with a type instead of a code")
            .like("unauthorized")
            .with("/error", Map.of("type", "insufficient_quota"))
            // The mapper knows the word, so it is pinned as it is: it outweighs the status.
            .responds(
                401,
                json(
                    body -> body.object("error", e -> e.stringValue("type", "insufficient_quota"))))
            .reads(
                "readsTheTypeOfAnErrorWithoutACode",
                pact.named(
                    """
                    {"provider":"%s","id":"%s","failure":{"kind":"quota-exhausted","origin":"relay",
                     "code":"insufficient_quota","httpStatus":401,"retry":"no"},"findings":[]}
                    """)));
  }
}
