package io.github.reelay.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads any JSON value whole; a number in it that no double can hold is infinite at first. */
final class JsonTree {
  private JsonTree() {}

  static @Nullable Object read(ContractReader in, Cursor cursor) {
    if (in.isTooLong()) {
      return null;
    }
    return switch (cursor.token()) {
      case VALUE_STRING -> cursor.text();
      case VALUE_NUMBER_INT -> cursor.number();
      case VALUE_NUMBER_FLOAT -> cursor.decimal();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY -> in.list(element -> read(element, cursor));
      case START_OBJECT -> in.map(member -> read(member, cursor));
      default -> null;
    };
  }

  /** Looked for in what was kept: a number in a member that was overwritten does not count. */
  static boolean hasInfinity(@Nullable Object value) {
    if (value instanceof List<?> elements) {
      return elements.stream().anyMatch(JsonTree::hasInfinity);
    }
    if (value instanceof Map<?, ?> members) {
      return members.values().stream().anyMatch(JsonTree::hasInfinity);
    }
    return isInfinity(value);
  }

  static boolean isInfinity(@Nullable Object value) {
    return value instanceof Double number && number.isInfinite();
  }
}
