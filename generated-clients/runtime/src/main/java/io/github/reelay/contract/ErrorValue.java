package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code error} member of a response ({@code x-shape: error}): a text, a number, or an object
 * with a code, a message and a type.
 *
 * @param bare the whole member where it is a text or a number; else null
 * @param code {@code error.code}, text or number; null if absent
 * @param message {@code error.message}; null if absent
 * @param type {@code error.type}; null if absent
 */
public record ErrorValue(
    @Nullable ScalarValue bare,
    @Nullable ScalarValue code,
    @Nullable String message,
    @Nullable String type) {
  private static final String SHAPES = "text, a number or an object";

  /**
   * Checks that the member has one shape.
   *
   * @throws IllegalArgumentException if it is a text or a number and has members of an object too
   */
  public ErrorValue {
    if (bare != null && (code != null || message != null || type != null)) {
      throw new IllegalArgumentException(
          "expected an error that is text, a number or an object, found two of them");
    }
  }

  /** An error that is no object, such as {@code "error": "out of quota"}. */
  public static ErrorValue ofBare(ScalarValue bare) {
    return new ErrorValue(bare, null, null, null);
  }

  /**
   * For an {@code ObjectMapper}: takes any of the three shapes; other members are dropped.
   *
   * @throws IllegalArgumentException if the value has another shape
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ErrorValue of(Object value) {
    if (value instanceof Map<?, ?> members) {
      ScalarValue message = member(members, "message");
      ScalarValue type = member(members, "type");
      return new ErrorValue(
          null,
          member(members, "code"),
          message == null ? null : message.text(),
          type == null ? null : type.text());
    }
    return ofBare(ScalarValue.of(value));
  }

  private static @Nullable ScalarValue member(Map<?, ?> members, String name) {
    Object value = members.get(name);
    return value == null ? null : ScalarValue.of(value);
  }

  static @Nullable ErrorValue read(ContractReader in) {
    if (in.atScalar()) {
      ScalarValue bare = in.scalar(SHAPES);
      return bare == null ? null : ofBare(bare);
    }
    if (!in.enter(JsonToken.START_OBJECT, SHAPES)) {
      return null;
    }
    ScalarValue code = null;
    String message = null;
    String type = null;
    while (in.nextField()) {
      switch (in.field()) {
        case "code" -> code = in.scalar();
        case "message" -> message = in.text();
        case "type" -> type = in.text();
        default -> in.undocumented();
      }
    }
    return new ErrorValue(null, code, message, type);
  }

  @JsonValue
  Object json() {
    if (bare != null) {
      return bare.json();
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("code", code == null ? null : code.json());
    members.put("message", message);
    members.put("type", type);
    members.values().removeIf(Objects::isNull);
    return members;
  }

  /** Leaves the values out: a message may quote a prompt or a key. */
  @Override
  public String toString() {
    return bare == null ? "ErrorValue[code, message, type]" : "ErrorValue[bare]";
  }
}
