package io.github.reelay.contracttests.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttests.spec.Relays;
import io.github.reelay.contracttests.spec.Spec;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;

/** What the mapper makes of an answer, its findings left out. */
final class Canonical {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Canonical() {}

  /** The answer of the interaction, with that body. */
  static JsonNode of(Interaction interaction, JsonNode body) {
    String provider = interaction.provider();
    RecordedResponse recordedResponse =
        new RecordedResponse(
            interaction.status(), interaction.headers(), Resources.bytes(body), Relays.OBSERVED_AT);
    QueryResult result =
        Relays.dialect(provider).read(provider, Spec.of(provider).askedId(), recordedResponse);
    try {
      ObjectNode canonical = (ObjectNode) JSON.readTree(CanonicalJson.line(result));
      canonical.remove("findings");
      return canonical;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
