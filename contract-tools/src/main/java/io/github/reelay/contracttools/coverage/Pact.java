package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * One committed pact.
 *
 * @param provider the provider's name
 * @param interactions in the order of the file
 */
record Pact(String provider, List<Interaction> interactions) {
  static final Path FOLDER = Root.path("contract-tests/pacts");

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

  static Path file(Spec spec) {
    return FOLDER.resolve("reelay-normalizer-" + spec.provider() + ".json");
  }

  /** The file as a tree of its own, which may be changed. */
  static JsonNode tree(String provider) {
    try {
      return new ObjectMapper().readTree(file(Spec.of(provider)).toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
