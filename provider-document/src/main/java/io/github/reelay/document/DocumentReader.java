package io.github.reelay.document;

import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ProviderFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a document in the order in which they need each other. */
final class DocumentReader {
  private final Node root;
  private final Node operation;

  private DocumentReader(Node root) {
    this.root = root;
    this.operation = operation(root);
  }

  static ProviderDocument read(Node root) {
    root.object();
    return new DocumentReader(root).document();
  }

  private ProviderDocument document() {
    Node found = schema(operation.at("responses").at("200"));
    String envelope = envelope();
    MergedSchema task = task(MergedSchema.of(root, found, List.of()), envelope);
    Map<CanonicalStatus, List<String>> words = StatusWords.of(root, task);
    ProviderFacts facts = new FactsReader(root, operation).facts(envelope, words);
    PropertyPlaces places = new PropertyPlaces(words);
    DeclaredValue response = new SchemaReader(root, envelope, places).read(found);
    ProviderDocument document = new ProviderDocument(facts, response, error(places));
    SchemaReader.checkTask(task.node(), document.task());
    return document;
  }

  /** The only query of a task: the first GET. */
  private static Node operation(Node root) {
    for (Node path : root.at("paths").members()) {
      if (path.at("get").exists()) {
        return path.at("get");
      }
    }
    throw root.at("paths").wrong("a path with a get");
  }

  private String envelope() {
    Node written = operation.at("x-envelope");
    if (written.exists() && !written.text().startsWith("/")) {
      throw written.wrong("a JSON Pointer such as /data");
    }
    return written.text();
  }

  /** Follows the envelope from the schema of the response to that of the task. */
  private MergedSchema task(MergedSchema response, String envelope) {
    MergedSchema schema = response;
    for (String name : JsonPointers.tokens(envelope)) {
      Node property = schema.properties().get(name);
      if (property == null) {
        throw operation.at("x-envelope").wrong("a pointer to a property of the response");
      }
      schema = MergedSchema.of(root, property, schema.references());
    }
    return schema;
  }

  private static Node schema(Node response) {
    Node json = response.at("content").at("application/json").at("schema");
    if (!json.exists()) {
      throw json.wrong("the schema of the response");
    }
    return json;
  }

  /** The error body of the first response outside of 2xx that declares one; null if none does. */
  private @Nullable DeclaredValue error(PropertyPlaces places) {
    for (Node response : operation.at("responses").members()) {
      Node schema = response.at("content").at("application/json").at("schema");
      if (!response.name().startsWith("2") && schema.exists()) {
        return new SchemaReader(root, "", places).read(schema);
      }
    }
    return null;
  }
}
