package io.github.reelay.jackson3;

import io.github.reelay.task.TaskHandle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** A handle as its text, such as {@code toapis:task_1}. */
final class HandleText {
  private HandleText() {}

  private static TaskHandle parse(String text, DeserializationContext context) {
    try {
      return TaskHandle.parse(text);
    } catch (IllegalArgumentException malformed) {
      return context.reportInputMismatch(TaskHandle.class, "%s", malformed.getMessage());
    }
  }

  static final class Writer extends ValueSerializer<TaskHandle> {
    @Override
    public void serialize(TaskHandle value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(value.toString());
    }
  }

  static final class Reader extends ValueDeserializer<TaskHandle> {
    @Override
    public TaskHandle deserialize(JsonParser parser, DeserializationContext context) {
      return parse(parser.getValueAsString(""), context);
    }
  }

  static final class KeyWriter extends ValueSerializer<TaskHandle> {
    @Override
    public void serialize(TaskHandle value, JsonGenerator generator, SerializationContext context) {
      generator.writeName(value.toString());
    }
  }

  static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return parse(key, context);
    }
  }
}
