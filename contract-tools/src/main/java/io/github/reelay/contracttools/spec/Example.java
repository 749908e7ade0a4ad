package io.github.reelay.contracttools.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One named example of a document.
 *
 * @param provider its name, such as {@code toapis}
 * @param status the HTTP status of its response
 * @param name its key under {@code examples}, by which the sandbox sends it
 * @param headers the response's headers with their own examples
 * @param value the body
 * @param schema name of the schema that its response refers to
 */
public record Example(
    String provider,
    int status,
    String name,
    Map<String, String> headers,
    JsonNode value,
    String schema) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Example> of(Spec spec) {
    List<Example> examples = new ArrayList<>();
    for (Map.Entry<String, JsonNode> response : spec.operation().get("responses").properties()) {
      JsonNode content = response.getValue().at("/content/application~1json");
      String ref = content.at("/schema/$ref").asText();
      for (Map.Entry<String, JsonNode> named : content.path("examples").properties()) {
        examples.add(
            new Example(
                spec.provider(),
                Integer.parseInt(response.getKey()),
                named.getKey(),
                headers(response.getValue()),
                named.getValue().get("value"),
                ref.substring(ref.lastIndexOf('/') + 1)));
      }
    }
    return examples;
  }

  private static Map<String, String> headers(JsonNode response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().get("example").asText()));
    return headers;
  }

  /** Whether it shows a task, which is what a response of status 200 does. */
  public boolean isTask() {
    return status == 200;
  }

  /** The same without the zeros that say that a value is not set. */
  public Example withoutUnset() {
    JsonNode set = Members.withoutUnset(Spec.of(provider), schema, value);
    return new Example(provider, status, name, headers, set, schema);
  }

  /** The body as it goes over the wire: members in order, nulls and decimals as written. */
  public byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
