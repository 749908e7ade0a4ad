package io.github.reelay.drift;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body that is looked for. Until the body says otherwise, every number in its pointer
 * is taken for an array's index.
 */
final class FindingLocation {
  private final String pointer;
  private final String[] names;
  private final BitSet indexes = new BitSet();
  private final boolean withExample;
  private @Nullable String example;

  FindingLocation(String pointer, boolean withExample) {
    this.pointer = pointer;
    this.withExample = withExample;
    this.names = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
    for (int i = 0; i < names.length; i++) {
      indexes.set(i, isNumber(names[i]));
      names[i] = names[i].replace("~1", "/").replace("~0", "~");
    }
  }

  /** Whether the body shows more than the pointer. */
  boolean needsBody() {
    return withExample || !indexes.isEmpty();
  }

  /** Whether the value at that depth is wanted as an example. */
  boolean wants(int depth) {
    return withExample && names.length == depth;
  }

  /** Whether it is that member of the object at that depth, or inside it. */
  boolean goesThrough(int depth, String member) {
    return depth < names.length && names[depth].equals(member);
  }

  /** Corrects whether the step at that depth is an index: a number in an object is a name. */
  void passes(int depth, boolean array) {
    if (depth < names.length) {
      indexes.set(depth, array && isNumber(names[depth]));
    }
  }

  /** Takes the example, masked already; of duplicate members the last one stays. */
  void show(String value) {
    example = value;
  }

  /** Drops the example of a body that could not be read to its end. */
  void forget() {
    example = null;
  }

  /** The value, masked by what its members are called; null if it was not found. */
  @Nullable String example() {
    return example;
  }

  /** The pointer with {@code *} for each index. */
  String general() {
    if (indexes.isEmpty()) {
      return pointer;
    }
    StringBuilder general = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      general.append('/');
      general.append(indexes.get(i) ? "*" : names[i].replace("~", "~0").replace("/", "~1"));
    }
    return general.toString();
  }

  /** How its value may be shown, by every name in the pointer. */
  Sensitivity sensitivity() {
    return Sensitivity.of(List.of(names));
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
