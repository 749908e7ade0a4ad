package io.github.reelay.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON text, with its JSON Pointer. Each member is read with the type that it must
 * have; a member that is null is absent. What is thrown names the JSON Pointer, the type expected
 * and the type found, never a value.
 */
public final class JsonObject {
  private static final JsonFactory JSON = new JsonFactory();

  private final String pointer;
  private final Map<?, ?> members;

  private JsonObject(String pointer, Map<?, ?> members) {
    this.pointer = pointer;
    this.members = members;
  }

  /**
   * The object that a text is.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static JsonObject parse(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      Object value = value(json);
      if (value instanceof Map<?, ?> members && json.nextToken() == null) {
        return new JsonObject("", members);
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException(
          "expected one complete JSON object, found something else" + place(broken));
    }
    throw new IllegalArgumentException("expected one JSON object, found something else");
  }

  /** Where the text is no JSON any more; its own message would repeat a part of the text. */
  private static String place(IOException broken) {
    JsonLocation at =
        broken instanceof JsonProcessingException of ? of.getLocation() : JsonLocation.NA;
    return at == null || at.getLineNr() < 1
        ? ""
        : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, value(json));
      }
      return members;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(json));
      }
      return items;
    }
    return scalar(json, token);
  }

  private static @Nullable Object scalar(JsonParser json, @Nullable JsonToken token)
      throws IOException {
    if (token == null || token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    return token.isBoolean() ? (Object) json.getBooleanValue() : json.getDecimalValue();
  }

  /** Whether there is such a member, and it is not null. */
  public boolean has(String name) {
    return members.get(name) != null;
  }

  /** The text of a member; null if it is absent. */
  public @Nullable String text(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw expected("text", name);
  }

  /** The text of a member that must be there. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw expected("text", name);
    }
    return text;
  }

  /** Whether a member is true; false if it is absent. */
  public boolean flag(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw expected("true or false", name);
  }

  /** The number of a member; null if it is absent. */
  public @Nullable BigDecimal number(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    throw expected("a number", name);
  }

  /** A whole number in that range, the bounds included; null if the member is absent. */
  public @Nullable Long whole(String name, long least, long most) {
    BigDecimal number = number(name);
    if (number == null) {
      return null;
    }
    String range = "a whole number from " + least + " to " + most;
    try {
      long value = number.longValueExact();
      if (value >= least && value <= most) {
        return value;
      }
    } catch (ArithmeticException notWhole) {
      throw expected(range, name);
    }
    throw expected(range, name);
  }

  /** As {@link #whole}, for a range within an {@code int}. */
  public @Nullable Integer integer(String name, int least, int most) {
    Long value = whole(name, least, most);
    return value == null ? null : (Integer) value.intValue();
  }

  /** The time of a member; null if it is absent. */
  public @Nullable Instant time(String name) {
    String text = text(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException notATime) {
      throw expected("a time such as 2026-01-14T08:43:42Z", name);
    }
  }

  /** The object that a member must be. */
  public JsonObject requiredObject(String name) {
    if (members.get(name) instanceof Map<?, ?> inner) {
      return new JsonObject(pointer + "/" + name, inner);
    }
    throw expected("an object", name);
  }

  /** The objects of a list; none if it is absent. */
  public List<JsonObject> objects(String name) {
    if (!has(name)) {
      return List.of();
    }
    if (!(members.get(name) instanceof List<?> items)) {
      throw expected("a list", name);
    }
    List<JsonObject> objects = new ArrayList<>();
    for (Object item : items) {
      String at = pointer + "/" + name + "/" + objects.size();
      if (!(item instanceof Map<?, ?> inner)) {
        throw new IllegalArgumentException(
            "expected an object at " + at + ", found " + describe(item));
      }
      objects.add(new JsonObject(at, inner));
    }
    return objects;
  }

  /**
   * The constant that a member names.
   *
   * @param jsonName the name of each constant
   * @throws IllegalArgumentException if it names none, as a newer version may; the message lists
   *     all names
   */
  public <E extends Enum<E>> E oneOf(String name, E[] constants, Function<E, String> jsonName) {
    String text = requiredText(name);
    List<String> names = new ArrayList<>();
    for (E constant : constants) {
      names.add(jsonName.apply(constant));
      if (jsonName.apply(constant).equals(text)) {
        return constant;
      }
    }
    throw expected((names.size() == 1 ? "" : "one of ") + String.join(", ", names), name);
  }

  /** What to throw if that member is not as it must be; names its pointer and the type found. */
  public IllegalArgumentException expected(String what, String name) {
    return new IllegalArgumentException(
        "expected " + what + " at " + pointer + "/" + name + ", found " + found(name));
  }

  private String found(String name) {
    return describe(members.get(name));
  }

  private static String describe(@Nullable Object value) {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof String) {
      return "a text";
    }
    if (value instanceof Boolean) {
      return "true or false";
    }
    return value instanceof Map ? "an object" : value instanceof List ? "a list" : "a number";
  }
}
