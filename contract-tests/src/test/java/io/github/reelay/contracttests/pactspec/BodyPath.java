package io.github.reelay.contracttests.pactspec;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in the bodies of a schema. All elements of an array have the same place.
 *
 * @param steps names of members, and {@link Schemas#ELEMENT} for any element
 */
record BodyPath(List<String> steps) {
  static final BodyPath TOP = new BodyPath(List.of());

  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]]+)|\\['([^']+)'\\]|\\[(\\d+|\\*)\\]");

  /**
   * The place that a matching rule names, such as {@code $.result.data[0].url}.
   *
   * @throws IllegalArgumentException if the text is no such path
   */
  static BodyPath ofRule(String path) {
    BodyPath bodyPath = TOP;
    Matcher step = STEP.matcher(path);
    int at = 1;
    while (at < path.length() && step.find(at) && step.start() == at) {
      String name = step.group(1) != null ? step.group(1) : step.group(2);
      bodyPath = bodyPath.to(name != null ? name : Schemas.ELEMENT);
      at = step.end();
    }
    if (!path.startsWith("$") || at < path.length()) {
      throw new IllegalArgumentException("expected a path such as $.a[0].b, found " + path);
    }
    return bodyPath;
  }

  BodyPath to(String step) {
    return new BodyPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  @Override
  public String toString() {
    return steps.isEmpty() ? "/" : "/" + String.join("/", steps);
  }
}
