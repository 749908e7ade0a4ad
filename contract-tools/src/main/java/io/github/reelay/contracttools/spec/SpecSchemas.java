package io.github.reelay.contracttools.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;

/** The schemas of one document, for a validator that knows nothing of our reader. */
public final class SpecSchemas {
  private static final String BASE = "https://specs.example/";

  private final String document;
  private final SchemaRegistry registry;

  /** The schemas of that document as it is now. */
  public SpecSchemas(Spec spec) {
    this.document = BASE + spec.provider();
    Map<String, String> documents = Map.of(document, spec.document().toString());
    this.registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi30(), settings -> settings.schemas(documents));
  }

  /** Where the body does not fit the schema of that name, as pointer and sentence. */
  public List<String> errors(String schema, JsonNode body) {
    String location = document + "#/components/schemas/" + schema;
    return registry.getSchema(SchemaLocation.of(location)).validate(body).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
