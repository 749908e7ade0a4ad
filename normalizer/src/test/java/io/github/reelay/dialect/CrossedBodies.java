package io.github.reelay.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Documented bodies of one provider in which a few values are changed for others that mean
 * something to it: its words, what other bodies have at the same place, another unit, another type,
 * null or nothing. What a mutation at random seldom meets, each of these does.
 */
final class CrossedBodies {
  private final Random random;
  private final List<Object> bodies;
  private final List<String> words;
  private final List<List<Object>> paths = new ArrayList<>();

  CrossedBodies(long seed, List<Object> bodies, List<String> words) {
    this.random = new Random(seed);
    this.bodies = bodies;
    this.words = words;
    Map<List<Object>, Boolean> found = new LinkedHashMap<>();
    bodies.forEach(body -> collect(body, List.of(), found));
    paths.addAll(found.keySet());
  }

  private static void collect(
      @Nullable Object value, List<Object> path, Map<List<Object>, Boolean> found) {
    if (!path.isEmpty()) {
      found.put(path, true);
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> collect(member, below(path, name), found));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), below(path, i), found);
      }
    }
  }

  private static List<Object> below(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  /** The next body. */
  @Nullable Object next() {
    Object body = any(bodies);
    for (int i = random.nextInt(3); i >= 0; i--) {
      List<Object> path = any(paths);
      body = set(body, path, value(at(body, path), path));
    }
    return body;
  }

  /** What is put there; a marker for nothing at all. */
  private @Nullable Object value(@Nullable Object before, List<Object> path) {
    Object other = at(any(bodies), path);
    Object taken = before == null ? other : before;
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> other;
      case 4 -> any(words);
      case 5 -> taken instanceof Number number ? (Object) scaled(number, 1000) : "1500";
      case 6 -> taken instanceof Number number ? (Object) scaled(number, 0.001) : 0.5;
      case 7 -> taken instanceof Number ? String.valueOf(taken) : (Object) 0;
      case 8 -> null;
      case 9 -> List.of(taken == null ? "" : taken);
      case 10 -> Mutator.sorted(Map.of("id", "x", "value", taken == null ? "" : taken));
      default -> "https://v.example/" + random.nextInt(3) + ".mp4";
    };
  }

  private static Number scaled(Number number, double factor) {
    double scaled = number.doubleValue() * factor;
    return scaled == Math.rint(scaled) ? (Number) (long) scaled : (Number) scaled;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static @Nullable Object at(@Nullable Object body, List<Object> path) {
    Object value = body;
    for (Object step : path) {
      value =
          value instanceof Map<?, ?> map
              ? map.get(step)
              : value instanceof List<?> list && step instanceof Integer i && i < list.size()
                  ? list.get(i)
                  : null;
    }
    return value;
  }

  private static @Nullable Object set(
      @Nullable Object body, List<Object> path, @Nullable Object value) {
    if (path.isEmpty()) {
      return value;
    }
    List<Object> rest = path.subList(1, path.size());
    if (path.get(0) instanceof Integer index) {
      List<Object> copy = new ArrayList<>(body instanceof List<?> list ? list : List.of());
      if (index < copy.size()) {
        copy.set(index, set(copy.get(index), rest, value));
      } else {
        copy.add(set(null, rest, value));
      }
      return copy;
    }
    Map<Object, Object> copy = new LinkedHashMap<>(body instanceof Map<?, ?> map ? map : Map.of());
    copy.put(path.get(0), set(copy.get(path.get(0)), rest, value));
    return copy;
  }
}
