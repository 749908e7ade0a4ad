package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.reelay.contracttools.pact.PactFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One committed pact, together with the tolerance file of its provider.
 *
 * @param provider its name, such as {@code toapis}
 * @param interactions in the order of the file
 */
record Pact(String provider, List<Interaction> interactions) {
  /** The committed pact with that provider. */
  static Pact of(String provider) {
    return of(tree(provider));
  }

  static Pact of(JsonNode json) {
    String provider = json.at("/provider/name").asText();
    return new Pact(
        provider,
        StreamSupport.stream(json.get("interactions").spliterator(), false)
            .map(interaction -> new Interaction(provider, interaction))
            .toList());
  }

  /** Both files as one tree, which may be changed. */
  static JsonNode tree(String provider) {
    try {
      ObjectMapper json = new ObjectMapper();
      JsonNode pact = json.readTree(PactFiles.committed(provider).toFile());
      JsonNode tolerance = json.readTree(PactFiles.tolerance(provider).toFile());
      ((ArrayNode) pact.get("interactions")).addAll((ArrayNode) tolerance.get("interactions"));
      return pact;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
