package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.reelay.contracttools.spec.Spec;
import java.util.List;
import java.util.Map;

/** A validator that knows nothing of our reader, over the schemas of one document. */
final class Validation {
  private static final String BASE = "https://specs.example/document";

  private final SchemaRegistry schemas;

  Validation(Spec spec) {
    Map<String, String> documents = Map.of(BASE, spec.document().toString());
    schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), registry -> registry.schemas(documents));
  }

  /** What is wrong with a body, as pointer and reason. */
  List<String> errors(String schema, JsonNode body) {
    SchemaLocation location = SchemaLocation.of(BASE + "#/components/schemas/" + schema);
    return schemas.getSchema(location).validate(body).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
