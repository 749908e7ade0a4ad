package io.github.reelay.contracttests.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttests.spec.Example;
import io.github.reelay.contracttests.spec.Spec;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which properties the examples of a document show, null or not. */
final class ShownProperties {
  private final Spec spec;
  private final Set<String> found = new TreeSet<>();

  private ShownProperties(Spec spec) {
    this.spec = spec;
  }

  /** Schema and property, as {@code Detail/draft_info}. */
  static Set<String> of(Spec spec) {
    ShownProperties shownProperties = new ShownProperties(spec);
    for (Example example : spec.examples()) {
      shownProperties.walk(NamedSchemas.ref(example.schema()), example.value());
    }
    return shownProperties.found;
  }

  private void walk(String ref, JsonNode value) {
    JsonNode properties = spec.resolve(ref).path("properties");
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      found.add(ref.substring(ref.lastIndexOf('/') + 1) + "/" + member.getKey());
      below(properties.path(member.getKey()), member.getValue());
    }
  }

  private void below(JsonNode schema, JsonNode value) {
    String single = schema.at("/allOf/0/$ref").asText();
    String each = schema.at("/items/$ref").asText();
    if (!single.isEmpty()) {
      walk(single, value);
    } else if (!each.isEmpty()) {
      value.forEach(element -> walk(each, element));
    }
  }
}
