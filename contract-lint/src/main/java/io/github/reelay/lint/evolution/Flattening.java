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

  /** Every element by its JSON Pointer, in the order of the pointers. */
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
    put(ElementLocation.of("", "document"), facts);
    put(ElementLocation.of("/info", "info"), Facts.of(root.path("info"), Set.of("version")));
    int position = 0;
    for (JsonNode server : root.path("servers")) {
      ElementLocation location =
          ElementLocation.of("/servers/" + position, "servers[" + position + "]");
      put(location, Facts.of(server, Set.of()));
      position++;
    }
  }

  private void path(String path, JsonNode item) {
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      if (METHODS.contains(member.getKey())) {
        String method = member.getKey().toUpperCase(Locale.ROOT);
        JsonNode operation = member.getValue();
        String name = operation.path("operationId").asText(method + " " + path);
        ElementLocation location = ElementLocation.operation(path, method, name);
        Map<String, JsonNode> facts = Facts.of(operation, OPERATION);
        Facts.of(item, METHODS).forEach(facts::putIfAbsent);
        facts.put("path", TextNode.valueOf(path));
        facts.put("method", TextNode.valueOf(method));
        facts.put("security", TextNode.valueOf(security.of(operation)));
        put(location, facts);
        parameters(location, operation.path("parameters"));
        operation
            .path("responses")
            .properties()
            .forEach(response -> response(location, response.getKey(), response.getValue()));
      }
    }
  }

  private void parameters(ElementLocation operation, JsonNode parameters) {
    int position = 0;
    for (JsonNode node : parameters) {
      JsonNode parameter = document.resolve(node);
      ElementLocation location = operation.parameter(position, parameter.path("name").asText());
      put(location, value(location.below("schema", ""), parameter, Set.of("schema")));
      position++;
    }
  }

  private void response(ElementLocation operation, String status, JsonNode node) {
    JsonNode response = document.resolve(node);
    ElementLocation location = operation.part("responses", status);
    put(location, Facts.of(response, Set.of("headers", "content")));
    for (Map.Entry<String, JsonNode> named : response.path("headers").properties()) {
      ElementLocation header = location.part("headers", named.getKey());
      JsonNode headerNode = document.resolve(named.getValue());
      put(header, value(header.below("schema", ""), headerNode, Set.of("schema")));
    }
    for (Map.Entry<String, JsonNode> media : response.path("content").properties()) {
      ElementLocation body = location.part("content", media.getKey());
      put(body, value(body.below("schema", ""), media.getValue(), Set.of("schema")));
    }
  }

  private void named(String name, JsonNode node) {
    ElementLocation location = ElementLocation.of("/components/schemas/" + name, name);
    ResolvedSchema resolvedSchema = ResolvedSchema.of(document, node);
    put(location, closed(resolvedSchema, resolvedSchema.texts()));
    members(location, resolvedSchema);
  }

  /** The facts of an element that has its schema under a keyword. */
  private Map<String, JsonNode> value(
      ElementLocation below, JsonNode element, Set<String> without) {
    Map<String, JsonNode> facts = Facts.of(element, without);
    schema(below, element.path("schema")).forEach(facts::putIfAbsent);
    return facts;
  }

  /** The facts of a schema in use; unless it has a name, its members are looked at too. */
  private Map<String, JsonNode> schema(ElementLocation location, JsonNode node) {
    ResolvedSchema resolvedSchema = ResolvedSchema.of(document, node);
    if (resolvedSchema.isNamed()) {
      return resolvedSchema.facts();
    }
    members(location, resolvedSchema);
    return closed(resolvedSchema, resolvedSchema.facts());
  }

  private void members(ElementLocation location, ResolvedSchema resolvedSchema) {
    resolvedSchema
        .properties()
        .forEach(
            (name, node) -> {
              Map<String, JsonNode> facts = schema(location.property(name), node);
              if (resolvedSchema.requires(name)) {
                facts.put("required", BooleanNode.TRUE);
              }
              put(location.property(name), facts);
            });
    below(location.below("items", "[]"), resolvedSchema, "items");
    below(location.below("additionalProperties", "{}"), resolvedSchema, "additionalProperties");
  }

  private void below(ElementLocation location, ResolvedSchema resolvedSchema, String keyword) {
    JsonNode node = resolvedSchema.below(keyword);
    if (node != null) {
      put(location, schema(location, node));
    }
  }

  private static Map<String, JsonNode> closed(
      ResolvedSchema resolvedSchema, Map<String, JsonNode> facts) {
    if (resolvedSchema.isClosed()) {
      facts.put("additionalProperties", BooleanNode.FALSE);
    }
    return facts;
  }

  private void put(ElementLocation location, Map<String, JsonNode> facts) {
    elements.put(location.pointer(), new Element(location.subject(), location.request(), facts));
  }
}
