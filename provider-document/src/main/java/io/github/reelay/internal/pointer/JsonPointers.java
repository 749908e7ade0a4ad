package io.github.reelay.internal.pointer;

import java.util.ArrayList;
import java.util.List;

/** JSON Pointers (RFC 6901). */
public final class JsonPointers {
  private JsonPointers() {}

  /** The pointer of a member, with {@code ~} and {@code /} in its name escaped. */
  public static String below(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * The names in a pointer, unescaped; unmodifiable; none for the empty pointer to the whole
   * document.
   */
  public static List<String> tokens(String pointer) {
    List<String> names = new ArrayList<>();
    int begin = 1;
    while (begin <= pointer.length()) {
      int slash = pointer.indexOf('/', begin);
      int end = slash < 0 ? pointer.length() : slash;
      names.add(unescaped(pointer.substring(begin, end)));
      begin = end + 1;
    }
    return List.copyOf(names);
  }

  /** The last name in a pointer that has one. */
  public static String lastToken(String pointer) {
    return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  private static String unescaped(String token) {
    return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
  }
}
