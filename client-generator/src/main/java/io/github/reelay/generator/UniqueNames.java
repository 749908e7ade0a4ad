package io.github.reelay.generator;

import java.util.HashSet;
import java.util.Set;

/** Names of which each is given once. */
final class UniqueNames {
  private final Set<String> taken = new HashSet<>();

  /** That name, with a number behind it if it is taken. */
  String add(String name) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
