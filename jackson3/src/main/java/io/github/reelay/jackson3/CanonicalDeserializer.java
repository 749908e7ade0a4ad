package io.github.reelay.jackson3;

import java.io.StringWriter;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads the canonical JSON of a value, in whichever format the parser reads. */
final class CanonicalDeserializer<T> extends ValueDeserializer<T> {
  private static final JsonFactory JSON = new JsonFactory();

  private final Class<T> type;
  private final Function<String, T> read;

  CanonicalDeserializer(Class<T> type, Function<String, T> read) {
    this.type = type;
    this.read = read;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructure(parser);
    }
    try {
      return read.apply(text.toString());
    } catch (IllegalArgumentException malformed) {
      return context.reportInputMismatch(type, "%s", malformed.getMessage());
    }
  }
}
