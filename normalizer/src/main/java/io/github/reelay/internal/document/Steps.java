package io.github.reelay.internal.document;

import io.github.reelay.contract.ErrorValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of a JSON Pointer, and the way along them. */
final class Steps {
  /** Stands for each element of a list. */
  static final String EACH = "*";

  private Steps() {}

  /** What stands at the end of the steps; null if nothing does. */
  static @Nullable Object follow(@Nullable Object value, List<String> steps) {
    Object found = value;
    for (String step : steps) {
      if (found instanceof Map<?, ?> members) {
        found = members.get(step);
      } else {
        found = found instanceof ErrorValue error ? member(error, step) : element(found, step);
      }
    }
    return found;
  }

  private static @Nullable Object member(ErrorValue error, String step) {
    return switch (step) {
      case "code" -> error.code();
      case "message" -> error.message();
      case "type" -> error.type();
      default -> null;
    };
  }

  private static @Nullable Object element(@Nullable Object value, String step) {
    if (!(value instanceof List<?> elements) || step.isEmpty() || step.length() > 9) {
      return null;
    }
    int index = 0;
    for (int i = 0; i < step.length(); i++) {
      int digit = step.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      index = 10 * index + digit;
    }
    return index < elements.size() ? elements.get(index) : null;
  }
}
