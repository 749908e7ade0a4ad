package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a caller has to send to be let in; the names of the schemes do not count. */
final class Security {
  private static final List<String> WIRE =
      List.of("type", "scheme", "in", "name", "flows", "openIdConnectUrl");

  private final JsonNode root;

  Security(Document document) {
    this.root = document.root();
  }

  /** What an operation requires, such as {@code http bearer}; {@code none} if nothing. */
  String of(JsonNode operation) {
    JsonNode required =
        operation.has("security") ? operation.get("security") : root.path("security");
    List<String> ways = new ArrayList<>();
    for (JsonNode way : required) {
      String schemes =
          way.properties().stream()
              .map(scheme -> scheme(scheme.getKey()))
              .sorted()
              .collect(Collectors.joining(" and "));
      ways.add(schemes.isEmpty() ? "none" : schemes);
    }
    return ways.isEmpty() ? "none" : String.join(" or ", ways);
  }

  /** What is said in words of the schemes, in their order. */
  JsonNode descriptions() {
    ArrayNode descriptions = JsonNodeFactory.instance.arrayNode();
    for (JsonNode scheme : root.at("/components/securitySchemes")) {
      ObjectNode texts = descriptions.addObject();
      Facts.texts(scheme).forEach(texts::set);
    }
    return descriptions;
  }

  private String scheme(String name) {
    JsonNode scheme = root.path("components").path("securitySchemes").path(name);
    Stream<JsonNode> said = WIRE.stream().map(scheme::path).filter(fact -> !fact.isMissingNode());
    return said.map(ChangeRules::text).collect(Collectors.joining(" "));
  }
}
