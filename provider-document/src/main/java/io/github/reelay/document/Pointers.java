package io.github.reelay.document;

import java.util.List;
import java.util.stream.Stream;

/** JSON Pointers (RFC 6901). */
final class Pointers {
  private Pointers() {}

  /** The pointer of a member, with {@code ~} and {@code /} in its name escaped. */
  static String below(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The names in a pointer, unescaped; none for the empty pointer to the whole document. */
  static List<String> tokens(String pointer) {
    return pointer.isEmpty()
        ? List.of()
        : Stream.of(pointer.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList();
  }
}
