package io.github.reelay.lint.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which golden files and which interactions of a pact hold the facts of one provider: those that
 * are made of an example that shows the fact.
 *
 * @param examples the names of the examples, by the number of the fact that they show
 * @param goldens the examples that have a golden file
 * @param interactions the descriptions of interactions, by the example in their state
 */
public record FactHolders(
    Map<String, Set<String>> examples,
    Set<String> goldens,
    Map<String, List<String>> interactions) {

  /** Copies the collections. */
  public FactHolders {
    examples = Map.copyOf(examples);
    goldens = Set.copyOf(goldens);
    interactions = Map.copyOf(interactions);
  }

  /** The golden files that hold a fact, by the names of their examples, in order. */
  List<String> goldens(String number) {
    return examples(number).filter(goldens::contains).toList();
  }

  /** The descriptions of the interactions that hold a fact, in order of their examples. */
  List<String> interactions(String number) {
    return examples(number)
        .flatMap(example -> interactions.getOrDefault(example, List.of()).stream())
        .toList();
  }

  private Stream<String> examples(String number) {
    return examples.getOrDefault(number, Set.of()).stream().sorted();
  }
}
