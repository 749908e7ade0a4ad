package io.github.reelay.contracttools.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the {@code x-facts} of one specification. */
final class SpecReferences {
  private static final String KEY = "x-facts";
  private static final Set<String> SCAFFOLD =
      Set.of("components", "schemas", "properties", "paths", "get");

  private final FactRegister register;
  private final List<Reference> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private SpecReferences(FactRegister register) {
    this.register = register;
  }

  /**
   * The references of a specification. A list at its root is none: the root carries nothing.
   *
   * @param register the register of its provider
   * @param yaml its text
   */
  static References in(FactRegister register, String yaml) {
    SpecReferences references = new SpecReferences(register);
    references.walk(YamlTree.parse(yaml), List.of());
    return new References(references.found, references.problems);
  }

  private void walk(@Nullable Object node, List<String> path) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> step(String.valueOf(key), value, path));
    } else if (node instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Object name = YamlTree.map(list.get(i)).get("name");
        walk(list.get(i), with(path, name == null ? String.valueOf(i) : name.toString()));
      }
    }
  }

  private void step(String key, @Nullable Object value, List<String> path) {
    if (key.equals(KEY)) {
      cite(value, path);
    } else if (!key.equals("example") && !key.equals("examples")) {
      walk(value, with(path, key));
    }
  }

  private void cite(@Nullable Object value, List<String> path) {
    String place = register.spec() + " " + place(path);
    if (path.isEmpty() || !(value instanceof List<?> numbers) || numbers.isEmpty()) {
      problems.add(
          "expected x-facts as a list of numbers at an element that carries them, found "
              + value
              + " at "
              + place);
      return;
    }
    for (Object number : numbers) {
      cite(String.valueOf(number), place);
    }
  }

  private void cite(String number, String place) {
    if (register.hasFact(number)) {
      found.add(new Reference(number, Reference.Kind.SPEC, place));
    } else {
      problems.add(
          "expected under x-facts a fact of "
              + register.file()
              + ", "
              + register.range()
              + ", found "
              + number
              + " at "
              + place
              + ": correct the number or add the fact");
    }
  }

  /** The place without what every such path has, as in {@code GenerationTask.id}. */
  private static String place(List<String> path) {
    List<String> telling =
        path.stream().filter(s -> !SCAFFOLD.contains(s) && !s.startsWith("/")).toList();
    if (!telling.isEmpty()) {
      return String.join(".", telling);
    }
    return path.isEmpty() ? "root" : path.contains("get") ? "operation" : "path";
  }

  private static List<String> with(List<String> path, String segment) {
    List<String> longer = new ArrayList<>(path);
    longer.add(segment);
    return List.copyOf(longer);
  }
}
