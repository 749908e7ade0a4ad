package io.github.reelay.drift;

import io.github.reelay.internal.pointer.JsonPointers;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body that is looked for. Until the body says otherwise, every number in its pointer
 * is taken for an array's index.
 */
final class FindingLocation {
  private final String pointer;
  private final List<String> names;
  private final BitSet indexes = new BitSet();
  private final boolean withExample;
  private @Nullable String example;

  FindingLocation(String pointer, boolean withExample) {
    this.pointer = pointer;
    this.withExample = withExample;
    this.names = JsonPointers.tokens(pointer);
    for (int i = 0; i < names.size(); i++) {
      indexes.set(i, isNumber(names.get(i)));
    }
  }

  /** Whether the body shows more than the pointer. */
  boolean needsBody() {
    return withExample || !indexes.isEmpty();
  }

  /** Whether the value at that depth is wanted as an example. */
  boolean wants(int depth) {
    return withExample && names.size() == depth;
  }

  /** Whether it is that member of the object at that depth, or inside it. */
  boolean goesThrough(int depth, String member) {
    return depth < names.size() && names.get(depth).equals(member);
  }

  /** Corrects whether the step at that depth is an index: a number in an object is a name. */
  void passes(int depth, boolean array) {
    if (depth < names.size()) {
      indexes.set(depth, array && isNumber(names.get(depth)));
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
    String general = "";
    for (int i = 0; i < names.size(); i++) {
      general = JsonPointers.below(general, indexes.get(i) ? "*" : names.get(i));
    }
    return general;
  }

  /** How its value may be shown, by every name in the pointer. */
  Sensitivity sensitivity() {
    return Sensitivity.of(names);
  }

  private static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
