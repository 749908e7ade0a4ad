package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.pact.PactFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The response that one interaction of a pact pins.
 *
 * @param provider its name, such as {@code toapis}
 * @param description what the interaction is called
 * @param status such as 200
 * @param headers by name, as the pact writes it; empty if it pins none
 * @param body as the pact writes it, before any matching rule
 */
record PinnedResponse(
    String provider,
    String description,
    int status,
    Map<String, List<String>> headers,
    JsonNode body) {
  /** Those of all committed pacts and tolerance files, in the order of files and interactions. */
  static List<PinnedResponse> committed() {
    return Stream.of(PactFiles.COMMITTED, PactFiles.TOLERANCE)
        .flatMap(folder -> names(folder).stream().map(folder::resolve))
        .map(TestResources::json)
        .flatMap(PinnedResponse::of)
        .toList();
  }

  private static List<String> names(Path folder) {
    try {
      return PactFiles.names(folder);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Stream<PinnedResponse> of(JsonNode pact) {
    String provider = pact.at("/provider/name").asText();
    List<PinnedResponse> found = new ArrayList<>();
    for (JsonNode interaction : pact.get("interactions")) {
      JsonNode response = interaction.get("response");
      found.add(
          new PinnedResponse(
              provider,
              interaction.get("description").asText(),
              response.get("status").asInt(),
              headers(response.path("headers")),
              response.at("/body/content")));
    }
    return found.stream();
  }

  private static Map<String, List<String>> headers(JsonNode members) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : members.properties()) {
      List<String> values = new ArrayList<>();
      header.getValue().forEach(value -> values.add(value.asText()));
      headers.put(header.getKey(), values);
    }
    return headers;
  }

  /** Pointers to all leaves of the body, each of which is a pin, whatever matches it. */
  List<String> pins() {
    List<String> pins = new ArrayList<>();
    collect("", body, pins);
    return pins;
  }

  private static void collect(String pointer, JsonNode value, List<String> pins) {
    if (value.isValueNode() || value.isContainerNode() && value.isEmpty()) {
      pins.add(pointer);
      return;
    }
    for (int i = 0; i < value.size() && value.isArray(); i++) {
      collect(pointer + "/" + i, value.get(i), pins);
    }
    value.properties().forEach(m -> collect(Edit.child(pointer, m.getKey()), m.getValue(), pins));
  }
}
