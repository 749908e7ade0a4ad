package io.github.reelay.jackson2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.io.StringWriter;
import java.util.function.Function;

/** Reads the canonical JSON of a value, in whichever format the parser reads. */
final class CanonicalDeserializer<T> extends JsonDeserializer<T> {
  private static final JsonFactory JSON = new JsonFactory();

  private final Class<T> type;
  private final Function<String, T> read;

  CanonicalDeserializer(Class<T> type, Function<String, T> read) {
    this.type = type;
    this.read = read;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    try {
      return read.apply(text.toString());
    } catch (IllegalArgumentException malformed) {
      return context.reportInputMismatch(type, "%s", malformed.getMessage());
    }
  }
}
