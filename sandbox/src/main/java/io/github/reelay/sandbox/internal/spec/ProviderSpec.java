package io.github.reelay.sandbox.internal.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox reads from a provider's document.
 *
 * @param name the provider's name
 * @param route the path of the one operation, and the place of its id
 * @param examples every documented response, in the order of the document
 * @param places where a response holds which value
 * @param content where the video itself is, below the base URL; null if responses have its URL
 */
public record ProviderSpec(
    String name,
    OperationRoute route,
    List<NamedExample> examples,
    ResponsePlaces places,
    @Nullable OperationRoute content) {
  private static final List<String> NEEDED = List.of("queued", "running", "completed", "failed");

  /** Copies the examples. */
  public ProviderSpec {
    examples = List.copyOf(examples);
    check(name, examples);
  }

  /**
   * Checks that each state has its example.
   *
   * @throws IllegalArgumentException if one has none
   */
  static void check(String name, List<NamedExample> examples) {
    for (String needed : NEEDED) {
      if (examples.stream().noneMatch(example -> example.name().equals(needed))) {
        throw new IllegalArgumentException(
            "expected examples named "
                + NEEDED
                + " in the specification of "
                + name
                + ", found no "
                + needed);
      }
    }
  }

  /** The first example of that name. */
  public Optional<NamedExample> named(String example) {
    return examples.stream().filter(candidate -> candidate.name().equals(example)).findFirst();
  }

  /** The first of the names that an example has; the last one if none has. */
  public String firstOf(List<String> names) {
    return names.stream()
        .filter(name -> named(name).isPresent())
        .findFirst()
        .orElse(names.get(names.size() - 1));
  }

  /** The example whose name the text begins with, the longest name first. */
  public Optional<NamedExample> beginning(String text) {
    return examples.stream()
        .filter(example -> text.equals(example.name()) || text.startsWith(example.name() + "-"))
        .max(Comparator.comparing(example -> example.name().length()));
  }

  /** The first example of that status. */
  public Optional<NamedExample> error(int status) {
    return examples.stream().filter(example -> example.status() == status).findFirst();
  }
}
