package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code error} member of an answer ({@code x-shape: error}): a text, a number, or an object
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

  /** The member where it is a text or a number. */
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
      Object code = members.get("code");
      return new ErrorValue(
          null,
          code == null ? null : ScalarValue.of(code),
          (String) members.get("message"),
          (String) members.get("type"));
    }
    return ofBare(ScalarValue.of(value));
  }

  static @Nullable ErrorValue read(ContractReader in) {
    if (in.atScalar()) {
      ScalarValue bare = in.scalar();
      return bare == null ? null : ofBare(bare);
    }
    if (!in.enterObject()) {
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
    members.values().removeIf(java.util.Objects::isNull);
    return members;
  }

  /** Names the members, never their values. */
  @Override
  public String toString() {
    return bare == null ? "ErrorValue[code, message, type]" : "ErrorValue[bare]";
  }
}
