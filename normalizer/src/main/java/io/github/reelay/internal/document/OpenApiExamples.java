package io.github.reelay.internal.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.exchange.RecordedResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named examples of the first GET operation of an OpenAPI document, as responses. */
final class OpenApiExamples {
  private static final JsonFactory JSON = new JsonFactory();

  private OpenApiExamples() {}

  static Map<String, RecordedResponse> of(SourceNode root) {
    Map<String, RecordedResponse> examples = new LinkedHashMap<>();
    SourceNode operation = operation(root);
    members(operation, "responses")
        .forEach(
            (status, response) -> {
              if (status.matches("[1-9]\\d\\d")) {
                int code = Integer.parseInt(status);
                members(response, "content")
                    .values()
                    .forEach(content -> add(examples, code, content));
              }
            });
    return examples;
  }

  private static @Nullable SourceNode operation(SourceNode root) {
    return members(root, "paths").values().stream()
        .map(path -> path.member("get"))
        .filter(get -> get != null)
        .findFirst()
        .orElse(null);
  }

  private static void add(Map<String, RecordedResponse> examples, int status, SourceNode content) {
    members(content, "examples")
        .forEach(
            (name, example) -> {
              SourceNode value = example.member("value");
              if (value != null) {
                byte[] body = body(value);
                examples.put(name, new RecordedResponse(status, Map.of(), body, null));
              }
            });
  }

  private static Map<String, SourceNode> members(@Nullable SourceNode node, String name) {
    SourceNode member = node == null ? null : node.member(name);
    return member != null && member.isObject() ? member.members("an object") : Map.of();
  }

  private static byte[] body(SourceNode value) {
    Object tree = value.plain();
    if (tree instanceof String page) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(json, tree);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes every byte", impossible);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName((String) member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean is) {
      json.writeBoolean(is);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString((String) value);
    }
  }
}
