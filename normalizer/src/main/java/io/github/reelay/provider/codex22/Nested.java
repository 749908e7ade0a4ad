package io.github.reelay.provider.codex22;

import io.github.reelay.contract.Timestamp;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reaching into objects that may be absent. */
final class Nested {
  private Nested() {}

  /** The member of the object; null if either is. */
  static <T, R> @Nullable R get(@Nullable T object, Function<T, @Nullable R> member) {
    return object == null ? null : member.apply(object);
  }

  /** The first that tells a time. */
  static @Nullable Timestamp time(@Nullable Timestamp... times) {
    for (Timestamp time : times) {
      if (time != null && time.instant() != null) {
        return time;
      }
    }
    return null;
  }
}
