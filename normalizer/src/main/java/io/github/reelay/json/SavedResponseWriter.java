package io.github.reelay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.exchange.RecordedResponse;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes what {@link SavedResponseJson} reads. */
final class SavedResponseWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private SavedResponseWriter() {}

  static String line(SavedResponse saved) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("provider", saved.provider());
      if (saved.id() != null) {
        json.writeStringField("id", saved.id());
      }
      response(json, saved.response());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every character", impossible);
    }
    return PrintableText.of(text.toString());
  }

  private static void response(JsonGenerator json, RecordedResponse response) throws IOException {
    json.writeNumberField("httpStatus", response.httpStatus());
    json.writeObjectFieldStart("headers");
    for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
      json.writeFieldName(header.getKey());
      values(json, header.getValue());
    }
    json.writeEndObject();
    if (response.observedAt() != null) {
      json.writeStringField("observedAt", response.observedAt().toString());
    }
    body(json, response.body());
  }

  private static void values(JsonGenerator json, List<String> values) throws IOException {
    if (values.size() == 1) {
      json.writeString(values.get(0));
      return;
    }
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void body(JsonGenerator json, byte[] body) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      json.writeStringField("body", text);
    } catch (CharacterCodingException notText) {
      json.writeStringField("bodyBase64", Base64.getEncoder().encodeToString(body));
    }
  }

  /** Never in the middle of a line, where an earlier program was killed. */
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
