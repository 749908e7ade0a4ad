package io.github.reelay.contract;

import org.jspecify.annotations.Nullable;

/** Which ids of tasks can be put into a query. */
public final class TaskId {
  private static final int MAX_LENGTH = 512;

  private TaskId() {}

  /**
   * The id, if it can be queried.
   *
   * @throws IllegalArgumentException if it is empty, {@code .}, {@code ..}, longer than 512
   *     characters, or has a control character or half a surrogate pair
   */
  public static String check(String id) {
    String wrong = wrong(id);
    if (wrong != null) {
      throw new IllegalArgumentException(
          "expected a task id of 1 to 512 printable characters other than '.' and '..', found "
              + wrong
              + "; use the id that the provider gave when the task was submitted");
    }
    return id;
  }

  private static @Nullable String wrong(String id) {
    if (id.isEmpty()) {
      return "an empty one";
    }
    if (id.equals(".") || id.equals("..")) {
      return "'" + id + "'";
    }
    if (id.length() > MAX_LENGTH) {
      return "one of " + id.length() + " characters";
    }
    int next;
    for (int i = 0; i < id.length(); i += next) {
      int character = id.codePointAt(i);
      next = Character.charCount(character);
      if (isUnsafe(character)) {
        return "one with a control character or half a surrogate pair";
      }
    }
    return null;
  }

  private static boolean isUnsafe(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
