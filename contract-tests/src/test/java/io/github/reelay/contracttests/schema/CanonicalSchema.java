package io.github.reelay.contracttests.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The published schema of the canonical JSON. */
final class CanonicalSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final JsonNode DOCUMENT = document();

  private static final Schema VALIDATOR =
      SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(DOCUMENT);

  private CanonicalSchema() {}

  private static JsonNode document() {
    try {
      return json(Files.readString(Root.path("docs/schema/video-task.schema.json")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }

  /** Where a text differs from the schema, as place and sentence. */
  static List<String> errors(JsonNode canonical) {
    return VALIDATOR.validate(canonical).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** The names of an object's members, in order. */
  static List<String> names(JsonNode object) {
    return stream(object).toList();
  }

  private static Stream<String> stream(JsonNode object) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(object.fieldNames(), Spliterator.ORDERED), false);
  }

  /** The keys that the schema declares at that pointer, in order. */
  static List<String> keys(String pointer) {
    return names(DOCUMENT.at(pointer + "/properties"));
  }

  /** The words that the schema allows at that pointer, in order. */
  static List<String> words(String pointer) {
    return StreamSupport.stream(DOCUMENT.at(pointer + "/enum").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
