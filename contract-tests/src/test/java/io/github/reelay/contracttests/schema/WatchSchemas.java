package io.github.reelay.contracttests.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.watch.json.WatchJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The schemas in the jars, which refer to each other by their ids. */
final class WatchSchemas {
  private static final List<String> ALL =
      List.of(
          CanonicalJson.SCHEMA,
          WatchJson.OUTCOME_SCHEMA,
          WatchJson.EVENT_SCHEMA,
          WatchJson.DOWNLOAD_SCHEMA);

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> builder.schemas(byId()));

  private WatchSchemas() {}

  private static Map<String, String> byId() {
    Map<String, String> schemas = new HashMap<>();
    for (String resource : ALL) {
      schemas.put(CanonicalSchema.json(text(resource)).get("$id").asText(), text(resource));
    }
    return schemas;
  }

  private static String text(String resource) {
    try (InputStream schema = WatchJson.class.getResourceAsStream(resource)) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where a text differs from that schema, as place and sentence. */
  static List<String> errors(String resource, String json) {
    return REGISTRY
        .getSchema(text(resource), InputFormat.JSON)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** The names that a schema allows at that pointer, in order. */
  static List<String> words(String resource, String pointer) {
    return StreamSupport.stream(
            CanonicalSchema.json(text(resource)).at(pointer + "/enum").spliterator(), false)
        .map(word -> word.asText())
        .toList();
  }
}
