package io.github.reelay.json;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.json.JsonWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes what {@link SavedResponseJson} reads. */
final class SavedResponseWriter {
  private SavedResponseWriter() {}

  static String line(SavedResponse saved) {
    JsonWriter json = JsonWriter.line();
    json.text("provider", saved.provider());
    json.text("id", saved.id());
    response(json, saved.response());
    return json.end();
  }

  private static void response(JsonWriter json, RecordedResponse response) {
    json.number("httpStatus", response.httpStatus());
    json.beginObject("headers");
    for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
      values(json, header.getKey(), header.getValue());
    }
    json.endObject();
    json.text("observedAt", response.observedAt());
    body(json, response.body());
  }

  private static void values(JsonWriter json, String name, List<String> values) {
    if (values.size() == 1) {
      json.text(name, values.get(0));
      return;
    }
    json.beginArray(name);
    for (String value : values) {
      json.element(value);
    }
    json.endArray();
  }

  private static void body(JsonWriter json, byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      json.text("body", text);
    } catch (CharacterCodingException notText) {
      json.text("bodyBase64", Base64.getEncoder().encodeToString(body));
    }
  }

  /** Begins a new line if the file ends within one, as it does where a program was killed. */
  static void append(Path file, SavedResponse saved) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      long end = open.length();
      boolean inLine = false;
      if (end > 0) {
        open.seek(end - 1);
        inLine = open.read() != '\n';
      }
      String line = (inLine ? "\n" : "") + line(saved) + "\n";
      open.seek(end);
      open.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
