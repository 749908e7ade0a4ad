package io.github.reelay.jackson3;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a value as the canonical JSON has it, in whichever format the generator writes. */
final class CanonicalSerializer<T> extends ValueSerializer<T> {
  private static final JsonFactory JSON = new JsonFactory();

  private final Function<T, String> write;

  CanonicalSerializer(Function<T, String> write) {
    this.write = write;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializationContext context) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), write.apply(value))) {
      parser.nextToken();
      generator.copyCurrentStructure(parser);
    }
  }
}
