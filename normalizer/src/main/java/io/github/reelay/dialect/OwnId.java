package io.github.reelay.dialect;

import org.jspecify.annotations.Nullable;

/** What a task says of its own id. */
final class OwnId {
  private String pointer = "/id";
  private @Nullable String id;
  private @Nullable String other;

  void set(String at, @Nullable String value) {
    pointer = at;
    id = value;
  }

  /** Takes the id under another name, where the usual one says nothing. */
  void setOther(@Nullable String value) {
    other = value;
  }

  /** Where the id stands, or should. */
  String pointer() {
    return pointer;
  }

  boolean isMissing() {
    return id == null;
  }

  /** The id; null if the task has none, or an empty one. */
  @Nullable String get() {
    return isGiven(id) ? id : isGiven(other) ? other : null;
  }

  private static boolean isGiven(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /**
   * Whether the task says that it is the task of that id: by the same one, or by the same without
   * the model's name before the colon (CC13).
   */
  boolean isOf(@Nullable String queried) {
    String own = get();
    return own != null && queried != null && (queried.equals(own) || queried.endsWith(":" + own));
  }
}
