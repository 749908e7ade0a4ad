package io.github.reelay.dialect.document;

import io.github.reelay.mapping.ValuePlace;
import java.util.Arrays;

/** The elements of arrays that a mapping is in, from the outside in. */
final class ElementPath {
  private static final int[] OUTSIDE = {};

  private int[] indices = OUTSIDE;
  private int depth;

  void enter(int index) {
    if (depth == indices.length) {
      indices = Arrays.copyOf(indices, depth + 2);
    }
    indices[depth++] = index;
  }

  void leave() {
    depth--;
  }

  /** How many arrays the mapping is in. */
  int depth() {
    return depth;
  }

  /** The pointer of a place with an index for each {@code *}. */
  String pointer(ValuePlace place) {
    String pointer = place.pointer();
    if (depth == 0) {
      return pointer;
    }
    StringBuilder filled = new StringBuilder(pointer.length() + 2 * depth);
    int from = 0;
    for (int i = 0; i < depth; i++) {
      int star = pointer.indexOf("/*", from);
      if (star < 0) {
        break;
      }
      filled.append(pointer, from, star + 1).append(indices[i]);
      from = star + 2;
    }
    return filled.append(pointer, from, pointer.length()).toString();
  }
}
