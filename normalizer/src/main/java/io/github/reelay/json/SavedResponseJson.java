package io.github.reelay.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a saved response as one line of JSON: {@code
 * {"provider":…,"id":…,"httpStatus":200,"headers":{},"observedAt":…,"body":"…"}}. Provider and body
 * are needed; header values are text or lists of text; other members are ignored. A body that is no
 * UTF-8 text stands as {@code bodyBase64} in place of {@code body}.
 */
public final class SavedResponseJson {
  private static final JsonFactory JSON = new JsonFactory();

  private @Nullable String provider;
  private @Nullable String id;
  private int httpStatus = 200;
  private Map<String, List<String>> headers = Map.of();
  private @Nullable Instant observedAt;
  private byte @Nullable [] body;

  private SavedResponseJson() {}

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if the line is no saved response; the message says what was
   *     expected at which member and what was found, without a value
   */
  public static SavedResponse parse(String line) {
    SavedResponseJson read = new SavedResponseJson();
    try (JsonParser json = JSON.createParser(line)) {
      read.object(json);
    } catch (IOException broken) {
      throw expected("one complete JSON object", "something else");
    }
    return read.saved();
  }

  /** The response as one line, without a line end; {@link #parse} reads it back. */
  public static String line(SavedResponse saved) {
    return SavedResponseWriter.line(saved);
  }

  /**
   * Appends the response that a query result carries to a file of JSON Lines, which is made if it
   * does not exist. Its body is the provider's: it may hold signed URLs and prompts.
   *
   * @return false, and nothing is written, if the result carries no response: it is not {@linkplain
   *     io.github.reelay.provider.ProviderBuilder#keepResponses kept}, or there was none
   * @throws IOException if the file cannot be written
   */
  public static boolean append(Path file, QueryResult result) throws IOException {
    RecordedResponse response = result.response();
    if (response == null) {
      return false;
    }
    SavedResponseWriter.append(file, new SavedResponse(result.provider(), result.id(), response));
    return true;
  }

  private void object(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw expected("one JSON object", "something else");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      member(member, json);
    }
    if (json.nextToken() != null) {
      throw expected("the end of the line after one JSON object", "more");
    }
  }

  private void member(String member, JsonParser json) throws IOException {
    switch (member) {
      case "provider" -> provider = text(member, json);
      case "id" -> id = text(member, json);
      case "httpStatus" -> httpStatus = status(json);
      case "headers" -> headers = headers(json);
      case "observedAt" -> observedAt = time(text(member, json));
      case "body" -> body = utf8(text(member, json));
      case "bodyBase64" -> body = base64(text(member, json));
      default -> json.skipChildren();
    }
  }

  private SavedResponse saved() {
    if (provider == null) {
      throw expected("text at provider", "nothing");
    }
    if (body == null) {
      throw expected("text at body", "nothing");
    }
    if (id != null && id.isEmpty()) {
      throw expected("an id that is not empty", "an empty one");
    }
    return new SavedResponse(
        provider, id, new RecordedResponse(httpStatus, headers, body, observedAt));
  }

  private byte @Nullable [] utf8(@Nullable String text) {
    return text == null ? body : text.getBytes(StandardCharsets.UTF_8);
  }

  private byte @Nullable [] base64(@Nullable String text) {
    try {
      return text == null ? body : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw expected("Base64 at bodyBase64", "something else");
    }
  }

  private static @Nullable String text(String member, JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw expected("text at " + member, "another type");
    }
    return json.getText();
  }

  private static int status(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return 200;
    }
    boolean fits =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() == JsonParser.NumberType.INT
            && json.getIntValue() >= 100
            && json.getIntValue() <= 999;
    if (!fits) {
      throw expected("an HTTP status from 100 to 999 at httpStatus", "something else");
    }
    return json.getIntValue();
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException notATime) {
      throw expected("a time such as 2026-01-14T08:43:42Z at observedAt", "something else");
    }
  }

  private static Map<String, List<String>> headers(JsonParser json) throws IOException {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return headers;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw expected("an object at headers", "another type");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      headers.put(name, values(name, json));
    }
    return headers;
  }

  private static List<String> values(String name, JsonParser json) throws IOException {
    List<String> values = new ArrayList<>(1);
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        add(values, text("headers." + name, json));
      }
    } else {
      add(values, text("headers." + name, json));
    }
    return values;
  }

  private static void add(List<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }

  private static IllegalArgumentException expected(String expected, String found) {
    return new IllegalArgumentException("expected " + expected + ", found " + found);
  }
}
