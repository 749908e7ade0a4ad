package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.mapping.ProviderFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the sandbox reads from a provider's document. */
public final class ProviderSpec {
  private static final int NOT_FOUND = 404;

  private final String name;
  private final ProviderFacts facts;
  private final OperationRoute route;
  private final List<NamedExample> examples;
  private final TaskExamples tasks;
  private final ResponsePlaces places;
  private final @Nullable OperationRoute content;

  /**
   * Which paths the provider serves.
   *
   * @param task the path of the one operation
   * @param content where the video itself is, below the base URL; null if responses have its URL
   */
  record Routes(OperationRoute task, @Nullable OperationRoute content) {}

  /**
   * What the provider responds.
   *
   * @param examples every documented response, in the order of the document
   * @param missing gives the examples of states that none of those shows
   * @param places where a response holds which value
   */
  record Responses(List<NamedExample> examples, MadeUpTasks missing, ResponsePlaces places) {}

  /**
   * One document; examples are made up for the states that it does not show.
   *
   * @param name the name under which the sandbox serves it
   * @param facts what it says of the provider
   */
  ProviderSpec(String name, ProviderFacts facts, Routes routes, Responses responses) {
    this.name = name;
    this.facts = facts;
    this.route = routes.task();
    this.content = routes.content();
    this.examples = List.copyOf(responses.examples());
    this.places = responses.places();
    this.tasks = new TaskExamples(facts, places, examples);
    responses.missing().complete(tasks);
  }

  /** The provider's name, with which its paths in the sandbox begin. */
  public String name() {
    return name;
  }

  /** The path of the one operation, and the place of its id. */
  public OperationRoute route() {
    return route;
  }

  /** Every documented response, in the order of the document. */
  public List<NamedExample> examples() {
    return examples;
  }

  /** Where a response holds which value, as pointers from the top of its body. */
  public ResponsePlaces places() {
    return places;
  }

  /** Where the video itself is, below the base URL; null if responses have its URL. */
  public @Nullable OperationRoute content() {
    return content;
  }

  /** The first example of that name. */
  public Optional<NamedExample> named(String example) {
    return examples.stream().filter(candidate -> candidate.name().equals(example)).findFirst();
  }

  /**
   * The example of a found task that shows the first of these states.
   *
   * @param wanted the states, the preferred one first; a task that has ended needs one with an end
   */
  public NamedExample showing(List<ShownState> wanted) {
    return wanted.stream()
        .map(tasks::find)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected an example of "
                        + name
                        + " for "
                        + wanted
                        + ", found none; add one to its document"));
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

  /**
   * How the provider says that it does not know a task: the refusal of that name, else 404, else a
   * code that means it.
   */
  public Optional<NamedExample> unknownTask() {
    Set<String> codes = facts.unknownTaskCodes();
    return refusal(example -> example.name().equals("not-found"))
        .or(() -> error(NOT_FOUND))
        .or(() -> refusal(example -> example.has(codes)));
  }

  private Optional<NamedExample> refusal(Predicate<NamedExample> is) {
    return examples.stream()
        .filter(example -> example.status() / 100 != 2 && is.test(example))
        .findFirst();
  }
}
