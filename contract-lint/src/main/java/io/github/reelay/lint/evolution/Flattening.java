package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A document as one flat map from JSON Pointer to element.
 *
 * <p>A named schema is looked at once, under {@code /components/schemas}, because it is one record
 * in Java; whether it may be null is a fact of each place that uses it. Nothing is left out: a
 * keyword that this class does not know becomes a fact as it stands.
 */
final class Flattening {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> DOCUMENT =
      Set.of("info", "servers", "security", "tags", "paths", "components");
  private static final Set<String> OPERATION = Set.of("parameters", "responses", "security");

  private final Document document;
  private final Security security;
  private final Map<String, Element> elements = new TreeMap<>();

  private Flattening(Document document) {
    this.document = document;
    this.security = new Security(document);
  }

  /** Every element of the document. */
  static Map<String, Element> of(Document document) {
    Flattening flattening = new Flattening(document);
    flattening.root(document.root());
    document
        .root()
        .path("paths")
        .properties()
        .forEach(path -> flattening.path(path.getKey(), path.getValue()));
    document
        .root()
        .at("/components/schemas")
        .properties()
        .forEach(schema -> flattening.named(schema.getKey(), schema.getValue()));
    return flattening.elements;
  }

  private void root(JsonNode root) {
    Map<String, JsonNode> facts = Facts.of(root, DOCUMENT);
    facts.put("tag descriptions", root.path("tags"));
    facts.put("security descriptions", security.descriptions());
    put(Place.of("", "document"), facts);
    put(Place.of("/info", "info"), Facts.of(root.path("info"), Set.of("version")));
    int position = 0;
    for (JsonNode server : root.path("servers")) {
      Place place = Place.of("/servers/" + position, "servers[" + position + "]");
      put(place, Facts.of(server, Set.of()));
      position++;
    }
  }

  private void path(String path, JsonNode item) {
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      if (METHODS.contains(member.getKey())) {
        String method = member.getKey().toUpperCase(Locale.ROOT);
        JsonNode operation = member.getValue();
        String name = operation.path("operationId").asText(method + " " + path);
        Place place = Place.operation(path, method, name);
        Map<String, JsonNode> facts = Facts.of(operation, OPERATION);
        Facts.of(item, METHODS).forEach(facts::putIfAbsent);
        facts.put("path", TextNode.valueOf(path));
        facts.put("method", TextNode.valueOf(method));
        facts.put("security", TextNode.valueOf(security.of(operation)));
        put(place, facts);
        parameters(place, operation.path("parameters"));
        operation
            .path("responses")
            .properties()
            .forEach(response -> response(place, response.getKey(), response.getValue()));
      }
    }
  }

  private void parameters(Place operation, JsonNode parameters) {
    int position = 0;
    for (JsonNode node : parameters) {
      JsonNode parameter = document.resolve(node);
      Place place = operation.parameter(position, parameter.path("name").asText());
      put(place, value(place.below("schema", ""), parameter, Set.of("schema")));
      position++;
    }
  }

  private void response(Place operation, String status, JsonNode node) {
    JsonNode response = document.resolve(node);
    Place place = operation.part("responses", status);
    put(place, Facts.of(response, Set.of("headers", "content")));
    for (Map.Entry<String, JsonNode> named : response.path("headers").properties()) {
      Place header = place.part("headers", named.getKey());
      JsonNode headerNode = document.resolve(named.getValue());
      put(header, value(header.below("schema", ""), headerNode, Set.of("schema")));
    }
    for (Map.Entry<String, JsonNode> media : response.path("content").properties()) {
      Place body = place.part("content", media.getKey());
      put(body, value(body.below("schema", ""), media.getValue(), Set.of("schema")));
    }
  }

  private void named(String name, JsonNode node) {
    Place place = Place.of("/components/schemas/" + name, name);
    Schema schema = Schema.of(document, node);
    put(place, closed(schema, schema.texts()));
    members(place, schema);
  }

  /** The facts of an element that has its schema under a keyword. */
  private Map<String, JsonNode> value(Place below, JsonNode element, Set<String> without) {
    Map<String, JsonNode> facts = Facts.of(element, without);
    schema(below, element.path("schema")).forEach(facts::putIfAbsent);
    return facts;
  }

  /** The facts of a schema in use; unless it has a name, its members are looked at too. */
  private Map<String, JsonNode> schema(Place place, JsonNode node) {
    Schema schema = Schema.of(document, node);
    if (schema.isNamed()) {
      return schema.facts();
    }
    members(place, schema);
    return closed(schema, schema.facts());
  }

  private void members(Place place, Schema schema) {
    schema
        .properties()
        .forEach(
            (name, node) -> {
              Map<String, JsonNode> facts = schema(place.property(name), node);
              if (schema.requires(name)) {
                facts.put("required", BooleanNode.TRUE);
              }
              put(place.property(name), facts);
            });
    below(place.below("items", "[]"), schema, "items");
    below(place.below("additionalProperties", "{}"), schema, "additionalProperties");
  }

  private void below(Place place, Schema schema, String keyword) {
    JsonNode node = schema.below(keyword);
    if (node != null) {
      put(place, schema(place, node));
    }
  }

  private static Map<String, JsonNode> closed(Schema schema, Map<String, JsonNode> facts) {
    if (schema.isClosed()) {
      facts.put("additionalProperties", BooleanNode.FALSE);
    }
    return facts;
  }

  private void put(Place place, Map<String, JsonNode> facts) {
    elements.put(place.pointer(), new Element(place.subject(), place.request(), facts));
  }
}
