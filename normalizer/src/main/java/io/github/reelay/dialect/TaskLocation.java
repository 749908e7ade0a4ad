package io.github.reelay.dialect;

import io.github.reelay.contract.ContractReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where in a body the task stands. */
enum TaskLocation {
  /** At the top. */
  TOP(""),
  /** In the member {@code data}. */
  DATA("/data"),
  /** In the first element of the member {@code data}. */
  FIRST_OF_DATA("/data/0");

  private final String pointer;

  TaskLocation(String pointer) {
    this.pointer = pointer;
  }

  /** JSON Pointer of the task. */
  String pointer() {
    return pointer;
  }

  /** The task in a tree of the whole body; null if nothing stands at this place. */
  @Nullable Object in(@Nullable Object root) {
    Object data = root instanceof Map<?, ?> members ? members.get("data") : null;
    return switch (this) {
      case TOP -> root;
      case DATA -> data;
      case FIRST_OF_DATA ->
          data instanceof List<?> elements && !elements.isEmpty() ? elements.get(0) : null;
    };
  }

  /** A reader of the whole body that reads the object at this place and skips the rest. */
  <T> Function<ContractReader, @Nullable T> reader(Function<ContractReader, T> inner) {
    return this == TOP ? inner : in -> readData(in, inner);
  }

  private <T> @Nullable T readData(ContractReader in, Function<ContractReader, T> inner) {
    T found = null;
    while (in.nextField()) {
      if (!in.field().equals("data")) {
        in.skip();
      } else if (this == DATA) {
        found = inner.apply(in);
      } else {
        found = readFirst(in, inner);
      }
    }
    return found;
  }

  private static <T> @Nullable T readFirst(ContractReader in, Function<ContractReader, T> inner) {
    if (!in.enterArray()) {
      return null; // an earlier duplicate of another type
    }
    T found = null;
    for (int i = 0; in.nextElement(); i++) {
      if (i == 0) {
        found = inner.apply(in);
      } else {
        in.skip();
      }
    }
    return found;
  }
}
