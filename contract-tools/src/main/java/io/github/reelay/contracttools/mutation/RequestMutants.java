package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.Spec;

/** Mutants of what is sent: where to, what is queried, and by whom. */
final class RequestMutants {
  private static final String SCHEME = "/components/securitySchemes/bearer";

  private final Mutants mutants;
  private final Spec spec;
  private final String path;
  private final String operation;
  private final String parameter;

  RequestMutants(Mutants mutants) {
    this.mutants = mutants;
    this.spec = mutants.spec();
    this.path = Edit.child("/paths", spec.path());
    this.operation = path + "/get";
    this.parameter = operation + "/parameters/0";
  }

  void add() {
    server();
    path();
    operation();
    parameter();
    security();
    mutants.reword(operation);
    mutants.reword(parameter);
  }

  private void server() {
    String other = "https://other.example";
    if (spec.document().at("/servers/0/url").isTextual()) {
      String server = "/servers/0/url";
      mutants.add(
          Kind.CHANGE_SERVER, server, "changed to " + other, edit -> edit.put(server, other));
    } else {
      ArrayNode added = JsonNodeFactory.instance.arrayNode();
      added.addObject().put("url", other);
      mutants.add(
          Kind.CHANGE_SERVER,
          "/servers",
          "added with " + other,
          edit -> edit.put("/servers", added));
    }
  }

  private void path() {
    String longer = spec.path() + "/state";
    mutants.add(Kind.CHANGE_PATH, path, "changed to " + longer, edit -> edit.rename(path, longer));
    String shorter = spec.path().replaceFirst("^/v1", "");
    mutants.add(
        Kind.CHANGE_PATH, path, "changed to " + shorter, edit -> edit.rename(path, shorter));
    mutants.add(
        Kind.CHANGE_METHOD, operation, "changed to post", edit -> edit.rename(operation, "post"));
  }

  private void operation() {
    String id = operation + "/operationId";
    mutants.add(Kind.RENAME_OPERATION, id, "renamed to readTask", edit -> edit.put(id, "readTask"));
    String tag = operation + "/tags/0";
    mutants.add(Kind.RENAME_TAG, tag, "renamed to Films", edit -> edit.put(tag, "Films"));
  }

  private void parameter() {
    String type = parameter + "/schema/type";
    mutants.add(
        Kind.RENAME_PARAMETER,
        parameter + "/name",
        "renamed to renamed_id",
        edit -> edit.put(parameter + "/name", "renamed_id"));
    String place = spec.document().at(parameter + "/in").asText().equals("path") ? "query" : "path";
    mutants.add(
        Kind.MOVE_PARAMETER,
        parameter + "/in",
        "moved to the " + place,
        edit -> moveParameter(edit, place));
    mutants.add(
        Kind.CHANGE_PARAMETER,
        type,
        "changed to integer",
        edit -> edit.object(parameter + "/schema").put("type", "integer").put("format", "int64"));
  }

  private String name() {
    return spec.document().at(parameter + "/name").asText();
  }

  private void moveParameter(Edit edit, String place) {
    edit.put(parameter + "/in", place);
    String segment = "/{" + name() + "}";
    edit.rename(
        path, place.equals("query") ? spec.path().replace(segment, "") : spec.path() + segment);
  }

  private void security() {
    mutants.add(Kind.DROP_SECURITY, "/security", "dropped", edit -> edit.remove("/security"));
    mutants.add(
        Kind.CHANGE_SECURITY,
        SCHEME + "/scheme",
        "changed to basic",
        edit -> edit.put(SCHEME + "/scheme", "basic"));
    mutants.add(
        Kind.CHANGE_SECURITY,
        SCHEME + "/type",
        "changed to apiKey in the query",
        edit -> edit.put(SCHEME, apiKey(edit.at(SCHEME + "/description"))));
  }

  private static JsonNode apiKey(JsonNode description) {
    ObjectNode scheme = JsonNodeFactory.instance.objectNode();
    scheme.put("type", "apiKey").put("in", "query").put("name", "key");
    scheme.set("description", description);
    return scheme;
  }
}
