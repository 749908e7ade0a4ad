package io.github.reelay.document;

import java.util.ArrayList;
import java.util.List;

/** JSON Pointers (RFC 6901). */
final class Pointers {
  private Pointers() {}

  /** The pointer of a member, with {@code ~} and {@code /} in its name escaped. */
  static String below(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The names in a pointer, unescaped; none for the empty pointer to the whole document. */
  static List<String> tokens(String pointer) {
    List<String> names = new ArrayList<>();
    int begin = 1;
    while (begin <= pointer.length()) {
      int slash = pointer.indexOf('/', begin);
      int end = slash < 0 ? pointer.length() : slash;
      names.add(unescaped(pointer.substring(begin, end)));
      begin = end + 1;
    }
    return names;
  }

  /** The last name in a pointer that has one. */
  static String lastToken(String pointer) {
    return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  private static String unescaped(String token) {
    return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
  }
}
