package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One operation of a document.
 *
 * @param spec the document
 * @param path the template of its path
 * @param method its HTTP method, in capitals
 */
record Operation(Spec spec, String path, String method) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  static List<Operation> of(Spec spec) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : spec.document().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new Operation(spec, path.getKey(), method.getKey().toUpperCase(Locale.ROOT)));
        }
      }
    }
    return operations;
  }

  String id() {
    return node().path("operationId").asText();
  }

  private JsonNode item() {
    return spec.document().get("paths").get(path);
  }

  private JsonNode node() {
    return item().get(method.toLowerCase(Locale.ROOT));
  }

  /** What is declared for the path and for the operation. */
  List<Parameter> parameters() {
    return Stream.of(item().path("parameters"), node().path("parameters"))
        .flatMap(each -> StreamSupport.stream(each.spliterator(), false))
        .map(each -> new Parameter(Schemas.resolved(spec, each)))
        .toList();
  }

  /** The parameters that stand in that place, such as {@code query}. */
  List<Parameter> parameters(String place) {
    Predicate<Parameter> there = parameter -> parameter.place().equals(place);
    return parameters().stream().filter(there).toList();
  }

  /** The security schemes of which one has to be met; none if the operation is open to all. */
  List<JsonNode> security() {
    JsonNode required = node().path("security");
    JsonNode held = required.isMissingNode() ? spec.document().path("security") : required;
    return StreamSupport.stream(held.spliterator(), false)
        .flatMap(each -> each.properties().stream())
        .map(each -> spec.document().at("/components/securitySchemes/" + each.getKey()))
        .toList();
  }

  /** All documented responses, by HTTP status. */
  JsonNode responses() {
    return node().path("responses");
  }

  JsonNode response(int status) {
    return Schemas.resolved(spec, responses().path(String.valueOf(status)));
  }
}
