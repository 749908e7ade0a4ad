package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import java.util.Map;

/** Mutants of the responses: statuses, headers, bodies and examples. */
final class ResponseMutants {
  private static final String JSON = "/content/application~1json";
  private static final String OTHER_STATUS = "418";

  private final Mutants mutants;
  private final Spec spec;

  ResponseMutants(Mutants mutants) {
    this.mutants = mutants;
    this.spec = mutants.spec();
  }

  void add() {
    String responses = Edit.child("/paths", spec.path()) + "/get/responses";
    for (Map.Entry<String, JsonNode> response : spec.document().at(responses).properties()) {
      String pointer = responses + "/" + response.getKey();
      response(pointer);
      headers(pointer, response.getValue().path("headers"));
      mutants.reword(pointer);
    }
  }

  private void response(String pointer) {
    mutants.add(Kind.DROP_RESPONSE, pointer, "dropped", edit -> edit.remove(pointer));
    mutants.add(
        Kind.CHANGE_STATUS,
        pointer,
        "changed to " + OTHER_STATUS,
        edit -> edit.rename(pointer, OTHER_STATUS));
    mutants.add(
        Kind.CHANGE_MEDIA_TYPE,
        pointer + JSON,
        "changed to text/json",
        edit -> edit.rename(pointer + JSON, "text/json"));
    body(pointer + JSON + "/schema/$ref");
    String examples = pointer + JSON + "/examples";
    spec.document()
        .at(examples)
        .fieldNames()
        .forEachRemaining(name -> example(Edit.child(examples, name)));
  }

  private void body(String pointer) {
    String ref = spec.document().at(pointer).asText();
    String other = new NamedSchemas(spec).other(ref);
    mutants.add(Kind.CHANGE_BODY, pointer, "changed to " + other, edit -> edit.put(pointer, other));
  }

  private void example(String pointer) {
    mutants.add(Kind.DROP_EXAMPLE, pointer, "dropped", edit -> edit.remove(pointer));
  }

  private void headers(String response, JsonNode headers) {
    headers.fieldNames().forEachRemaining(name -> header(response + "/headers/" + name, name));
  }

  private void header(String pointer, String name) {
    mutants.add(Kind.DROP_HEADER, pointer, "dropped", edit -> edit.remove(pointer));
    mutants.add(
        Kind.RENAME_HEADER,
        pointer,
        "renamed to X-" + name,
        edit -> edit.rename(pointer, "X-" + name));
    mutants.reword(pointer);
  }
}
