package io.github.reelay.jackson2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.function.Function;

/** Writes a value as the canonical JSON has it, in whichever format the generator writes. */
final class CanonicalSerializer<T> extends JsonSerializer<T> {
  private static final JsonFactory JSON = new JsonFactory();

  private final Function<T, String> write;

  CanonicalSerializer(Function<T, String> write) {
    this.write = write;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializerProvider context)
      throws IOException {
    try (JsonParser parser = JSON.createParser(write.apply(value))) {
      parser.nextToken();
      generator.copyCurrentStructure(parser);
    }
  }
}
