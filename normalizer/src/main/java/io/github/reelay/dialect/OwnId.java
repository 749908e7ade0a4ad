package io.github.reelay.dialect;

import io.github.reelay.internal.Texts;
import org.jspecify.annotations.Nullable;

/** What a task says of its own id. Of each place the first that says something counts. */
final class OwnId {
  private final @Nullable String found;
  private @Nullable String pointer;
  private @Nullable String id;
  private @Nullable String other;
  private boolean inside;

  /**
   * Starts with an id that counts only if the contract shows none.
   *
   * @param found the id that was found without a contract; null if none was
   */
  OwnId(@Nullable String found) {
    this.found = found;
  }

  void set(String at, @Nullable String value) {
    if (pointer == null) {
      pointer = at; // where it is missed if no place has it
    }
    if (value != null && Texts.saysNothing(id)) {
      id = value;
    }
  }

  /** Takes the id under another name, which counts where the usual one says nothing. */
  void setOther(@Nullable String value) {
    if (Texts.saysNothing(other)) {
      other = value;
    }
  }

  /** Where the id stands, or should. */
  String pointer() {
    return pointer == null ? "/id" : pointer;
  }

  boolean isMissing() {
    return id == null;
  }

  /** The id; null if the task has none, or an empty one. */
  @Nullable String get() {
    if (!Texts.saysNothing(id)) {
      return id;
    }
    return !Texts.saysNothing(other) ? other : Texts.saysNothing(found) ? null : found;
  }

  /**
   * Whether the task says that it is the task of that id: by the same one, or by the same without
   * the model's name before the colon (CC13).
   */
  boolean isOf(@Nullable String queried) {
    String own = get();
    return own != null && queried != null && isSame(queried, own);
  }

  /** Takes an id that stands inside the response, and only shows that there is a task. */
  void setInner(String inner) {
    inside |= !Texts.saysNothing(inner);
  }

  /** Whether an id inside the response, with or without its prefix, is that of another task. */
  boolean isOtherThan(String inner) {
    String own = get();
    return own != null && !Texts.saysNothing(inner) && !isSame(own, inner);
  }

  /** Whether the response shows an id, of its own or inside. */
  boolean isShown() {
    return inside || get() != null;
  }

  /** Whether two ids are equal, or the second is the first without what stands before a colon. */
  private static boolean isSame(String id, String part) {
    int colon = id.length() - part.length() - 1;
    return id.equals(part) || (colon >= 0 && id.charAt(colon) == ':' && id.endsWith(part));
  }
}
