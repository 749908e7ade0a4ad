package io.github.reelay.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as a tree of maps, lists and scalars. */
final class Json {
  private Json() {}

  static @Nullable Object parse(String text) {
    try (JsonParser in = new JsonFactory().createParser(text)) {
      in.nextToken();
      return value(in);
    } catch (IOException e) {
      throw new UncheckedIOException("expected JSON, found " + text, e);
    }
  }

  /** The value at a path such as {@code detail/draft_info/url}; list elements by their number. */
  static @Nullable Object at(String text, String path) {
    Object found = parse(text);
    for (String step : path.split("/")) {
      found =
          found instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found;
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          map.put(name, value(in));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(in));
        }
        yield list;
      }
      case VALUE_STRING -> in.getText();
      case VALUE_NULL -> null;
      case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
      default -> in.getNumberValue();
    };
  }
}
