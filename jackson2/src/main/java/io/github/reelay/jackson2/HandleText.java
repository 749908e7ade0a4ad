package io.github.reelay.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;

/** A handle as its text, such as {@code toapis:task_1}. */
final class HandleText {
  private HandleText() {}

  private static TaskHandle parse(String text, DeserializationContext context) throws IOException {
    try {
      return TaskHandle.parse(text);
    } catch (IllegalArgumentException malformed) {
      return context.reportInputMismatch(TaskHandle.class, "%s", malformed.getMessage());
    }
  }

  static final class Writer extends JsonSerializer<TaskHandle> {
    @Override
    public void serialize(TaskHandle value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      generator.writeString(value.toString());
    }
  }

  static final class Reader extends JsonDeserializer<TaskHandle> {
    @Override
    public TaskHandle deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parse(parser.getValueAsString(""), context);
    }
  }

  static final class KeyWriter extends JsonSerializer<TaskHandle> {
    @Override
    public void serialize(TaskHandle value, JsonGenerator generator, SerializerProvider context)
        throws IOException {
      generator.writeFieldName(value.toString());
    }
  }

  static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return parse(key, context);
    }
  }
}
