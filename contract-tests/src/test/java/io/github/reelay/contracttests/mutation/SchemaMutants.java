package io.github.reelay.contracttests.mutation;

import com.fasterxml.jackson.databind.JsonNode;

/** Mutants of the named schemas and their properties. */
final class SchemaMutants {
  private final Mutants mutants;
  private final JsonNode document;

  SchemaMutants(Mutants mutants) {
    this.mutants = mutants;
    this.document = mutants.spec().document();
  }

  void add() {
    for (String name : new NamedSchemas(mutants.spec()).names()) {
      String schema = Edit.child(NamedSchemas.POINTER, name);
      mutants.add(
          Kind.RENAME_SCHEMA,
          schema,
          "renamed to Renamed" + name,
          edit -> {
            edit.rename(schema, "Renamed" + name);
            edit.replaceReferences(NamedSchemas.ref(name), NamedSchemas.ref("Renamed" + name));
          });
      mutants.reword(schema);
      required(schema + "/required");
      String properties = schema + "/properties";
      document
          .at(properties)
          .fieldNames()
          .forEachRemaining(
              property -> property(schema, Edit.child(properties, property), property));
    }
  }

  private void required(String pointer) {
    for (JsonNode required : document.at(pointer)) {
      String name = required.asText();
      mutants.add(
          Kind.DROP_REQUIRED, pointer, "without " + name, edit -> edit.removeText(pointer, name));
    }
  }

  private void property(String schema, String pointer, String name) {
    String other = "renamed_" + name;
    mutants.add(
        Kind.RENAME_PROPERTY,
        pointer,
        "renamed to " + other,
        edit -> {
          edit.rename(pointer, other);
          edit.replaceText(schema + "/required", name, other);
        });
    mutants.add(
        Kind.DROP_PROPERTY,
        pointer,
        "dropped",
        edit -> {
          edit.remove(pointer);
          edit.removeText(schema + "/required", name);
        });
    if (document.at(pointer).has("nullable")) {
      String nullable = pointer + "/nullable";
      mutants.add(Kind.DROP_NULLABLE, nullable, "dropped", edit -> edit.remove(nullable));
    }
    mutants.reword(pointer);
    new ValueMutants(mutants, pointer).add();
  }
}
