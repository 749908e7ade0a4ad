package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;

/** What the mapper makes of a response, its findings left out. */
final class Canonical {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Canonical() {}

  /** The canonical JSON of what the provider's dialect reads in the response with that body. */
  static JsonNode of(PinnedResponse response, JsonNode body) {
    String provider = response.provider();
    RecordedResponse recordedResponse =
        new RecordedResponse(
            response.status(),
            response.headers(),
            TestResources.bytes(body),
            TestProviders.OBSERVED_AT);
    QueryResult result =
        TestProviders.dialect(provider)
            .read(provider, Spec.of(provider).queriedId(), recordedResponse);
    try {
      ObjectNode canonical = (ObjectNode) JSON.readTree(CanonicalJson.line(result));
      canonical.remove("findings");
      return canonical;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
