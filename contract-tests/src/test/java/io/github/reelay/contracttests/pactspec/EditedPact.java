package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttests.spec.Spec;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A committed pact and its document, to be made wrong; only one interaction is left in the pact.
 *
 * @param pact the pact's tree
 * @param spec a copy of the document
 */
record EditedPact(JsonNode pact, Spec spec) {

  /** The interaction of that description, after {@code a query for}. */
  static EditedPact of(String provider, String description) {
    JsonNode pact = Pact.tree(provider);
    ArrayNode interactions = (ArrayNode) pact.get("interactions");
    List<JsonNode> chosen =
        StreamSupport.stream(interactions.spliterator(), false)
            .filter(each -> each.get("description").asText().equals("a query for " + description))
            .toList();
    interactions.removeAll().addAll(chosen);
    Spec committed = Spec.of(provider);
    return new EditedPact(pact, new Spec(provider, committed.document().deepCopy()));
  }

  /** The object at that pointer of the interaction. */
  ObjectNode in(String pointer) {
    return (ObjectNode) pact.at("/interactions/0" + pointer);
  }

  /** The object at that pointer of the one operation. */
  ObjectNode inOperation(String pointer) {
    return (ObjectNode) spec.operation().at(pointer);
  }

  /** The object at that pointer of the document. */
  ObjectNode inSpec(String pointer) {
    return (ObjectNode) spec.document().at(pointer);
  }

  List<String> problems(Deliberate... deliberate) {
    return Conformance.problems(Pact.of(pact), spec, List.of(deliberate));
  }
}
