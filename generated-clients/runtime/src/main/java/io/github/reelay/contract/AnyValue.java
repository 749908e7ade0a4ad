package io.github.reelay.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value whose type no document says ({@code x-shape: any}), kept whole.
 *
 * @param value text, {@code Number}, {@code Boolean}, or an unmodifiable {@code List} or {@code
 *     Map} of these and of null
 */
public record AnyValue(@JsonValue Object value) {

  /**
   * Copies the value deeply. An infinite number inside it, which JSON cannot write, becomes null.
   *
   * @throws NullPointerException if the value itself is null or infinite
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AnyValue {
    value = Objects.requireNonNull(copy(value), "value");
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> elements) {
      List<@Nullable Object> copy = new ArrayList<>(elements.size());
      elements.forEach(element -> copy.add(copy(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> members) {
      Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
      members.forEach((name, member) -> copy.put(name, copy(member)));
      return Collections.unmodifiableMap(copy);
    }
    return JsonTree.isInfinity(value) ? null : value;
  }

  /** Leaves the value out: it may hold a prompt or a key. */
  @Override
  public String toString() {
    return "AnyValue";
  }
}
