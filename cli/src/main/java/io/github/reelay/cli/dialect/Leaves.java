package io.github.reelay.cli.dialect;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.reelay.contract.AnyValue;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.UnreadableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalars of saved bodies by their JSON Pointer, in the order in which they are met. */
final class Leaves {
  private static final int DEPTH = 16;

  /** For each pointer, what each body has there. */
  private final Map<String, Map<Integer, Object>> byPointer = new LinkedHashMap<>();

  private int bodies;

  /**
   * Adds one body.
   *
   * @return false if it is neither a JSON object nor an array
   */
  boolean add(byte[] body) {
    try {
      AnyValue root = ContractReader.read(body, ContractReader::any).value();
      if (root == null || !(root.value() instanceof Map || root.value() instanceof List)) {
        return false;
      }
      bodies++;
      walk(root.value(), JsonPointer.empty(), DEPTH);
      return true;
    } catch (UnreadableException noJson) {
      return false;
    }
  }

  private void walk(@Nullable Object value, JsonPointer pointer, int depth) {
    if (depth == 0 || value == null) {
      return;
    }
    if (value instanceof Map<?, ?> members) {
      members.forEach(
          (name, member) -> walk(member, pointer.appendProperty((String) name), depth - 1));
    } else if (value instanceof List<?> elements) {
      if (!elements.isEmpty()) {
        walk(elements.get(0), pointer.appendIndex(0), depth - 1);
      }
    } else {
      byPointer
          .computeIfAbsent(pointer.toString(), fresh -> new LinkedHashMap<>())
          .put(bodies, value);
    }
  }

  /** How many bodies {@link #add} has taken. */
  int bodies() {
    return bodies;
  }

  /** Every pointer at which a body has a scalar. */
  List<String> pointers() {
    return List.copyOf(byPointer.keySet());
  }

  /** What the bodies have at a pointer, each different value once. */
  List<Object> values(String pointer) {
    return byPointer.getOrDefault(pointer, Map.of()).values().stream().distinct().toList();
  }

  /** How many bodies have something at a pointer. */
  int count(String pointer) {
    return byPointer.getOrDefault(pointer, Map.of()).size();
  }
}
